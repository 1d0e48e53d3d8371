import { bboxOf } from '../geo/bbox.ts';
import { decodeWkb } from '../geo/geometry-from-wkb.ts';
import { floatAbove, floatBelow } from '../geo/outward-box.ts';
import { type ShapeKind, shapeKind } from '../geo/shape/path-buffer.ts';
import type { TileQuestion } from '../tiles/tile-source.ts';
import type { BaseRows } from './base-rows.ts';
import type { ChangedRow } from './changed-row.ts';
import { type Column, columnValue } from './column.ts';
import type { RegisterSnapshot, Wanted } from './register-snapshot.ts';
import { boxed } from './row-packer.ts';

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

/** Scratch that grows to the most rows that a tile ever met; nothing waits between filling and reading it. */
let near = new Uint32Array(1 << 14);

/**
 * The rows that meet a tile, by index: first those of the base, then those that changed since. A million of them are
 * looked at in arrays, without an object each.
 */
export class TileRows {
  readonly count: number;
  /** Numbers in the base of the rows that lie there, in the order of the base. */
  readonly inBase: Uint32Array;
  readonly changed: readonly ChangedRow[];
  readonly base: BaseRows;
  private readonly rank: Column | undefined;
  private readonly groupColumn: Column | undefined;
  private readonly rankName: string | undefined;
  private readonly groupName: string | undefined;

  private constructor(
    base: BaseRows,
    inBase: Uint32Array,
    changed: readonly ChangedRow[],
    { groupBy, importance }: Pick<TileQuestion, 'groupBy' | 'importance'>,
  ) {
    this.base = base;
    this.inBase = inBase;
    this.changed = changed;
    this.count = inBase.length + changed.length;
    this.groupName = groupBy?.name;
    this.rankName = importance?.name;
    this.groupColumn = groupBy && base.columns.get(groupBy.name);
    this.rank = importance && base.columns.get(importance.name);
  }

  /** Undefined where the field that ranks or groups rows is in no column. Good until the next call. */
  static of(snapshot: RegisterSnapshot, wanted: Wanted, question: TileQuestion): TileRows | undefined {
    const { base } = snapshot;
    const { groupBy, importance, box } = question;
    const isIn = (name: string | undefined) => name === undefined || base.columns.has(name);
    if (!isIn(groupBy?.name) || !isIn(importance?.name)) return undefined;
    const changed: ChangedRow[] = [];
    let count = 0;
    snapshot.eachNear(wanted, box, (row) => {
      if (typeof row !== 'number') {
        changed.push(row);
        return;
      }
      if (count === near.length) {
        const grown = new Uint32Array(count * 2);
        grown.set(near);
        near = grown;
      }
      near[count++] = row;
    });
    return new TileRows(base, near.subarray(0, count), changed, question);
  }

  /** The box of a row as PostGIS keeps it: rounded outwards to single precision, exact for points. */
  boundsOf(index: number, into: Bounds): Bounds {
    const { inBase, base } = this;
    if (index < inBase.length) {
      const row = inBase[index]!;
      if ((base.kinds[row]! & boxed) === 0)
        return assign(into, bboxOf(decodeWkb(base.shape(row)).geometry)!, false);
      for (let side = 0; side < 4; side++) into[side] = base.boxes[row * 4 + side]!;
      return into;
    }
    const { box, kind } = this.changed[index - inBase.length]!;
    return assign(into, box!, (kind & boxed) !== 0);
  }

  /** Whether a row is a point without a box: as small as can be, and its place is not rounded. */
  isPoint(index: number): boolean {
    const kind = this.packedKind(index);
    return (kind & boxed) === 0 && (kind & 3) === shapeKind.point;
  }

  kind(index: number): ShapeKind {
    return (this.packedKind(index) & 3) as ShapeKind;
  }

  group(index: number): string | null {
    return this.valueIn(this.groupColumn, this.groupName, index) as string | null;
  }

  /** The number of a row's group in the base's column, 0 for none; -1 where only `group` tells. */
  groupCode(index: number): number {
    if (this.groupName === undefined) return 0;
    const { groupColumn, inBase } = this;
    if (index >= inBase.length || groupColumn?.kind !== 'coded') return -1;
    return groupColumn.numbers[inBase[index]!]!;
  }

  /** -Infinity where it has no value, or nothing ranks rows. */
  importance(index: number): number {
    const value = this.valueIn(this.rank, this.rankName, index);
    return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY;
  }

  born(index: number): number {
    const { inBase, base } = this;
    return index < inBase.length ? base.born[inBase[index]!]! : this.changed[index - inBase.length]!.born;
  }

  from(index: number): number {
    const { inBase, base } = this;
    if (index >= inBase.length) return this.changed[index - inBase.length]!.from;
    return base.from?.[inBase[index]!] ?? Number.NEGATIVE_INFINITY;
  }

  private packedKind(index: number): number {
    const { inBase, base } = this;
    return index < inBase.length ? base.kinds[inBase[index]!]! : this.changed[index - inBase.length]!.kind;
  }

  private valueIn(column: Column | undefined, name: string | undefined, index: number): unknown {
    if (name === undefined || column === undefined) return null;
    const { inBase } = this;
    return index < inBase.length
      ? columnValue(column, inBase[index]!)
      : (this.changed[index - inBase.length]!.properties[name] ?? null);
  }
}

function assign(into: Bounds, [west, south, east, north]: readonly number[], isRounded: boolean): Bounds {
  into[0] = isRounded ? floatBelow(west!) : west!;
  into[1] = isRounded ? floatBelow(south!) : south!;
  into[2] = isRounded ? floatAbove(east!) : east!;
  into[3] = isRounded ? floatAbove(north!) : north!;
  return into;
}
