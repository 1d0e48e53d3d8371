import { importantLimit, type TileContents, type TileQuestion } from '../tiles/tile-source.ts';
import { least } from './least.ts';
import type { RegisterSnapshot, Wanted } from './register-snapshot.ts';
import { largestClass, TileLattice, wholeClass } from './tile-lattice.ts';
import { ranked } from './tile-rank.ts';
import { SnapshotTileRecords } from './tile-records.ts';
import { TileRows } from './tile-rows.ts';

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
  if (matched <= wholeLimit) {
    rows.readAhead();
    return { records: told(rows.all()), cells: [], matched };
  }

  const lattice = new TileLattice(rows, question);
  const larger = new LargerRows();
  if (importance) sortOut(rows, lattice, larger);
  else {
    for (let run = 0; run < rows.runs.length; run += 2)
      lattice.countSmall(rows.runs[run]!, rows.runs[run + 1]!, (row, sizeClass) =>
        larger.add(row, sizeClass),
      );
    for (let i = 0; i < rows.changed.length; i++) take(rows.base.count + i, lattice, larger);
  }
  const whole = larger.above(larger.smallest(wholeLimit), (row) => lattice.count(row));
  return { records: told(whole), cells: lattice.groups(), matched };
}

/** Rows that are not smaller than a cell, by their class. */
class LargerRows {
  private rows = new Uint32Array(1024);
  private classes = new Uint8Array(1024);
  private count = 0;
  private readonly counts = new Array<number>(wholeClass + 1).fill(0);

  add(row: number, sizeClass: number): void {
    if (this.count === this.rows.length) {
      const rows = new Uint32Array(this.count * 2);
      rows.set(this.rows);
      this.rows = rows;
      const classes = new Uint8Array(this.count * 2);
      classes.set(this.classes);
      this.classes = classes;
    }
    this.rows[this.count] = row;
    this.classes[this.count++] = sizeClass;
    this.counts[sizeClass]!++;
  }

  /** The least class up to which rows have to be counted into cells. */
  smallest(wholeLimit: number): number {
    let left = this.count;
    for (let most = 0; most < largestClass - 1; most++) {
      left -= this.counts[most]!;
      if (left <= wholeLimit) return most;
    }
    return largestClass - 1;
  }

  /** The rows above a class; the others are told. */
  above(small: number, tell: (row: number) => void): Uint32Array {
    const above = new Uint32Array(this.count);
    let size = 0;
    for (let i = 0; i < this.count; i++) {
      if (this.classes[i]! > small) above[size++] = this.rows[i]!;
      else tell(this.rows[i]!);
    }
    return above.subarray(0, size);
  }
}

function take(row: number, lattice: TileLattice, larger: LargerRows): void {
  const sizeClass = lattice.classOf(row);
  if (sizeClass === 0) lattice.count(row);
  else larger.add(row, sizeClass);
}

/** Looks at every row: the `importantLimit` most important ones, without those that tie at the limit, come whole. */
function sortOut(rows: TileRows, lattice: TileLattice, larger: LargerRows): void {
  const all = rows.all();
  const values = Float64Array.from(all, (row) => rows.importance(row));
  const keys = values.filter((value) => value !== Number.NEGATIVE_INFINITY).map((value) => -value);
  const [last] = least(keys, keys.length, importantLimit + 1).subarray(importantLimit);
  const limit = last === undefined ? Number.NEGATIVE_INFINITY : -keys[last]!;
  for (let i = 0; i < all.length; i++) {
    if (values[i]! > limit) larger.add(all[i]!, wholeClass);
    else take(all[i]!, lattice, larger);
  }
}
