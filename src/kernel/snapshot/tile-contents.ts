import { CellCounter } from '../tiles/cell-counter.ts';
import { importantLimit, mostCells, type TileContents, type TileQuestion } from '../tiles/tile-source.ts';
import { least } from './least.ts';
import type { RegisterSnapshot, Wanted } from './register-snapshot.ts';
import { boxed } from './row-packer.ts';
import { ranked } from './tile-rank.ts';
import { SnapshotTileRecords } from './tile-records.ts';
import { type Bounds, TileRows } from './tile-rows.ts';

const bounds: Bounds = [0, 0, 0, 0];

/**
 * The contents of a tile as `TileSource` defines them. Undefined where the field that ranks or groups records is
 * not in a column.
 */
export function tileContents(
  snapshot: RegisterSnapshot,
  wanted: Wanted,
  question: TileQuestion,
): TileContents | undefined {
  const rows = TileRows.of(snapshot, wanted, question);
  if (!rows) return undefined;
  const { wholeLimit, fields, importance } = question;
  const matched = rows.count;
  const told = (some: Uint32Array) =>
    new SnapshotTileRecords(
      rows,
      ranked(rows, some, importance !== undefined).subarray(0, wholeLimit),
      fields,
    );
  if (matched <= wholeLimit) return { records: told(everyIndex(matched)), cells: [], matched };

  const classes = sizeClasses(rows, question);
  const small = smallest(classes, wholeLimit);
  const whole = new Uint32Array(classes.reduce((sum, each) => sum + (each > small ? 1 : 0), 0));
  const cells = new LatticeCounter(rows, question);
  for (let index = 0, at = 0; index < matched; index++) {
    if (classes[index]! > small) whole[at++] = index;
    else cells.take(index);
  }
  return { records: told(whole), cells: cells.counter.groups(), matched };
}

function everyIndex(count: number): Uint32Array {
  const indexes = new Uint32Array(count);
  for (let i = 0; i < count; i++) indexes[i] = i;
  return indexes;
}

function latticeOf({ box: [west, south, east, north], cells }: TileQuestion) {
  return { west, south, width: (east - west) / cells, height: (north - south) / cells };
}

/** Class of what is as large as `mostCells` or larger, and that of what comes whole in any case. */
const largestClass = Math.log2(mostCells) + 1;
const wholeClass = largestClass + 1;

/** 0 for less than one cell in both directions, 1 for less than two, 2 for less than four …; important rows have a class of their own. */
function sizeClasses(rows: TileRows, question: TileQuestion): Uint8Array {
  const { width, height } = latticeOf(question);
  const { inBase, base } = rows;
  const { boxes, kinds } = base;
  const classes = new Uint8Array(rows.count);
  for (let index = 0; index < classes.length; index++) {
    const row = index < inBase.length ? inBase[index]! : -1;
    if (row >= 0 && (kinds[row]! & boxed) !== 0) {
      const at = row * 4;
      const isSmall = boxes[at + 2]! - boxes[at]! < width && boxes[at + 3]! - boxes[at + 1]! < height;
      if (isSmall) continue;
    }
    if (rows.isPoint(index)) continue;
    const [west, south, east, north] = rows.boundsOf(index, bounds);
    const size = Math.max((east - west) / width, (north - south) / height);
    classes[index] = size < 1 ? 0 : Math.min(Math.floor(Math.log(size) / Math.log(2)) + 1, largestClass);
  }
  if (question.importance) markImportant(rows, classes);
  return classes;
}

/** The `importantLimit` most important rows, without those that tie at the limit; all that have a value where they are fewer. */
function markImportant(rows: TileRows, classes: Uint8Array): void {
  const keys = new Float64Array(rows.count);
  let count = 0;
  for (let index = 0; index < rows.count; index++) {
    const value = rows.importance(index);
    if (value !== Number.NEGATIVE_INFINITY) keys[count++] = -value;
  }
  const [last] = least(keys, count, importantLimit + 1).subarray(importantLimit);
  const limit = last === undefined ? Number.NEGATIVE_INFINITY : -keys[last]!;
  for (let index = 0; index < rows.count; index++)
    if (rows.importance(index) > limit) classes[index] = wholeClass;
}

/** The least class up to which rows have to be counted into cells. */
function smallest(classes: Uint8Array, wholeLimit: number): number {
  const counts = new Array<number>(wholeClass + 1).fill(0);
  for (const each of classes) counts[each]!++;
  let left = classes.length;
  for (let most = 0; most < largestClass - 1; most++) {
    left -= counts[most]!;
    if (left <= wholeLimit) return most;
  }
  return largestClass - 1;
}

/** Counts rows into the cells of a tile by the middles of their boxes. */
class LatticeCounter {
  readonly counter: CellCounter;
  private readonly rows: TileRows;
  private readonly lattice: ReturnType<typeof latticeOf>;
  private readonly most: number;
  /** Counts by kind and by the code that a group has in the base. */
  private readonly byCode: (Uint32Array | undefined)[] = [];

  constructor(rows: TileRows, question: TileQuestion) {
    this.rows = rows;
    this.counter = new CellCounter(question.cells);
    this.lattice = latticeOf(question);
    this.most = question.cells - 1;
  }

  take(index: number): void {
    const place = this.placeOf(index);
    const { rows, byCode, counter } = this;
    const code = rows.groupCode(index);
    const kind = rows.kind(index);
    const counts =
      code < 0
        ? counter.countsOf(kind, rows.group(index))
        : (byCode[code * 4 + kind] ??= counter.countsOf(kind, rows.group(index)));
    counts[place]!++;
  }

  private placeOf(index: number): number {
    const { rows } = this;
    if (index < rows.inBase.length && rows.isPoint(index)) {
      // The box of a point is rounded outwards: where both ends lie in one cell, so does the point.
      const at = rows.inBase[index]! * 4;
      const { boxes } = rows.base;
      const low = this.cellAt(boxes[at]!, boxes[at + 1]!);
      if (low === this.cellAt(boxes[at + 2]!, boxes[at + 3]!)) return low;
    }
    const [west, south, east, north] = rows.boundsOf(index, bounds);
    return this.cellAt((west + east) / 2, (south + north) / 2);
  }

  private cellAt(x: number, y: number): number {
    const { west, south, width, height } = this.lattice;
    const column = Math.min(Math.max(Math.floor((x - west) / width), 0), this.most);
    const row = Math.min(Math.max(Math.floor((y - south) / height), 0), this.most);
    return row * (this.most + 1) + column;
  }
}
