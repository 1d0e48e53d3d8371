import { bboxOf } from '../geo/bbox.ts';
import { ByteRange } from '../geo/byte-range.ts';
import { decodeWkb } from '../geo/geometry-from-wkb.ts';
import { boundsOf, PathBuffer, type ShapeKind } from '../geo/shape/path-buffer.ts';
import { readWkbRange } from '../geo/shape/read-wkb.ts';
import type { TileQuestion } from '../tiles/tile-source.ts';
import type { BaseRows } from './base-rows.ts';
import type { ChangedRow } from './changed-row.ts';
import { type Column, columnValue } from './column.ts';
import type { RegisterSnapshot, Wanted } from './register-snapshot.ts';

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

/** Scratch that grows to the most runs that a tile ever met; nothing waits between filling and reading it. */
let stretches = new Uint32Array(1 << 12);

/**
 * The rows that meet a tile. A row of the base has its number there, one that changed since comes after all of them: a
 * million are looked at in arrays, without an object each.
 */
export class TileRows {
  readonly count: number;
  /** `[from, to, from, to, …]` of the rows of the base, in order. */
  readonly runs: Uint32Array;
  readonly changed: readonly ChangedRow[];
  readonly base: BaseRows;
  private readonly rank: Column | undefined;
  private readonly groupColumn: Column | undefined;
  private readonly rankName: string | undefined;
  private readonly groupName: string | undefined;

  private constructor(
    base: BaseRows,
    runs: Uint32Array,
    changed: readonly ChangedRow[],
    { groupBy, importance }: Pick<TileQuestion, 'groupBy' | 'importance'>,
  ) {
    this.base = base;
    this.runs = runs;
    this.changed = changed;
    this.count = changed.length;
    for (let run = 0; run < runs.length; run += 2) this.count += runs[run + 1]! - runs[run]!;
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
    let length = 0;
    const changed = snapshot.near(wanted, box, (from, to) => {
      if (length > 0 && stretches[length - 1] === from) {
        stretches[length - 1] = to;
        return;
      }
      if (length === stretches.length) {
        const grown = new Uint32Array(length * 2);
        grown.set(stretches);
        stretches = grown;
      }
      stretches[length++] = from;
      stretches[length++] = to;
    });
    return new TileRows(base, stretches.subarray(0, length), changed, question);
  }

  /** All of them, those of the base first. */
  all(): Uint32Array {
    const rows = new Uint32Array(this.count);
    let at = 0;
    for (let run = 0; run < this.runs.length; run += 2)
      for (let row = this.runs[run]!; row < this.runs[run + 1]!; row++) rows[at++] = row;
    for (let i = 0; i < this.changed.length; i++) rows[at++] = this.base.count + i;
    return rows;
  }

  /** Reads what is drawn of the rows of the base. */
  readAhead(): void {
    const { base, runs } = this;
    for (let run = 0; run < runs.length; run += 2) base.readAhead(runs[run]!, runs[run + 1]!);
  }

  changedAt(row: number): ChangedRow {
    return this.changed[row - this.base.count]!;
  }

  isInBase(row: number): boolean {
    return row < this.base.count;
  }

  /** The box of a row, exact: the one in the base is rounded outwards. */
  boundsOf(row: number, into: Bounds): Bounds {
    if (this.isInBase(row)) return exactBounds(this.base.shapeRange(row, range), into);
    [into[0], into[1], into[2], into[3]] = this.changedAt(row).box!;
    return into;
  }

  /** Width and height of a row's box together. */
  size(row: number): number {
    if (this.isInBase(row)) return this.base.sizes.at(row);
    const [west, south, east, north] = this.changedAt(row).box!;
    return east - west + (north - south);
  }

  kind(row: number): ShapeKind {
    return ((this.isInBase(row) ? this.base.kinds[row]! : this.changedAt(row).kind) & 3) as ShapeKind;
  }

  group(row: number): string | null {
    return this.valueIn(this.groupColumn, this.groupName, row) as string | null;
  }

  /** The numbers by which the base tells groups, where it does; all are of one group where nothing groups them. */
  get groupCodes(): Column['numbers'] | undefined {
    return this.groupColumn?.kind === 'coded' ? this.groupColumn.numbers : undefined;
  }

  /** -Infinity where it has no value, or nothing ranks rows. */
  importance(row: number): number {
    const value = this.valueIn(this.rank, this.rankName, row);
    return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY;
  }

  born(row: number): number {
    return this.isInBase(row) ? this.base.born[row]! : this.changedAt(row).born;
  }

  from(row: number): number {
    if (!this.isInBase(row)) return this.changedAt(row).from;
    return this.base.from?.[row] ?? Number.NEGATIVE_INFINITY;
  }

  private valueIn(column: Column | undefined, name: string | undefined, row: number): unknown {
    if (name === undefined || column === undefined) return null;
    return this.isInBase(row) ? columnValue(column, row) : (this.changedAt(row).properties[name] ?? null);
  }
}

const range = new ByteRange();
const shape = new PathBuffer();
const collection = 7;

function exactBounds(wkb: ByteRange, into: Bounds): Bounds {
  const { view, bytes, start, end } = wkb;
  if ((view.getUint32(start + 1, view.getUint8(start) === 1) & 0xff) < collection) {
    readWkbRange(wkb, shape);
    boundsOf(shape.xy, 0, shape.length, into);
  } else [into[0], into[1], into[2], into[3]] = bboxOf(decodeWkb(bytes.subarray(start, end)).geometry)!;
  return into;
}
