import { meetsBox } from '../geo/meets-box.ts';
import { floatAbove, floatBelow } from '../geo/outward-box.ts';
import { surelyMeets } from '../geo/surely-meets.ts';
import type { Position } from '../log/entry.ts';
import type { Box } from '../query/question.ts';
import type { BaseRows } from './base-rows.ts';
import type { ChangedRow } from './changed-row.ts';
import type { RowTest } from './column-filter.ts';
import { FirstBorn } from './first-born.ts';

/** What is asked of the rows: those that hold in a span of valid time, meet a box, pass a test. */
export interface Wanted {
  /** Milliseconds, closed; equal for an instant. */
  readonly from: number;
  readonly to: number;
  readonly box?: Box | undefined;
  /** Test of rows of the base, by their columns, and the same of a row that was changed since. */
  readonly test?:
    | { readonly base: RowTest; readonly changed: (row: ChangedRow) => boolean | null }
    | undefined;
}

/** A row that was found: of the base by its number, or one that was changed since. */
export type FoundRow = number | ChangedRow;

export interface Found {
  readonly count: number;
  /** The first rows by birth, after the birth asked for. */
  readonly rows: readonly FoundRow[];
}

/** Rows as they were packed, and what changed since: a few rows of the base are closed, a few others stand beside it. */
export class RegisterSnapshot {
  readonly base: BaseRows;
  /** Position of the register's last change that the rows reflect. */
  lastChange: Position;
  private readonly closed: Uint8Array;
  private readonly changed = new Map<string, readonly ChangedRow[]>();
  private closedCount = 0;
  private changedCount = 0;
  private readonly firstBorn: FirstBorn;

  constructor(base: BaseRows) {
    this.base = base;
    this.lastChange = base.head.lastChange;
    this.closed = new Uint8Array(base.count);
    this.firstBorn = new FirstBorn(base.born);
  }

  /** Rows that are not the base's: closed ones and others beside it. */
  get changes(): number {
    return this.closedCount + this.changedCount;
  }

  /** Whether no record has several rows, so that a span of time needs no choosing between versions. */
  get isSingle(): boolean {
    return this.base.head.isSingle && [...this.changed.values()].every((rows) => rows.length < 2);
  }

  /** Puts the rows that records have now in the place of those that they had. */
  apply(records: Iterable<string>, rows: readonly ChangedRow[], lastChange: Position): void {
    const byRecord = new Map<string, ChangedRow[]>();
    for (const row of rows) {
      const others = byRecord.get(row.record);
      if (others) others.push(row);
      else byRecord.set(row.record, [row]);
    }
    for (const record of records) {
      for (const row of this.base.rowsOf(record)) {
        if (this.closed[row] === 0) this.closedCount++;
        this.closed[row] = 1;
      }
      this.changedCount -= this.changed.get(record)?.length ?? 0;
      const now = byRecord.get(record);
      if (now) this.changed.set(record, now);
      else this.changed.delete(record);
      this.changedCount += now?.length ?? 0;
    }
    this.lastChange = lastChange;
  }

  /** The row of one record that holds at some time from `from` to `to`; where several could, the caller has ruled that out. */
  item(record: string, from: number, to: number): FoundRow | undefined {
    const changed = this.changed.get(record)?.find((row) => row.from <= to && row.to > from);
    if (changed) return changed;
    return this.base.rowsOf(record).find((row) => this.closed[row] === 0 && this.base.holds(row, from, to));
  }

  /** How many rows are wanted, and the first `most` of them that were born after `after`. */
  find(wanted: Wanted, most: number, after = -1): Found {
    const isAll = wanted.box === undefined && wanted.test === undefined && this.changes === 0;
    if (isAll && this.base.from === undefined && this.base.to === undefined) return this.first(most, after);
    const others = this.matchingChanges(wanted);
    this.firstBorn.begin(most, after);
    const count = others.length + this.offerMatches(wanted);
    if (most === 0) return { count, rows: [] };
    const rows: FoundRow[] = this.firstBorn.rows();
    const later = others.filter((row) => row.born > after);
    if (later.length === 0) return { count, rows };
    const all = [...rows, ...later].sort((a, b) => this.bornOf(a) - this.bornOf(b));
    return { count, rows: all.slice(0, most) };
  }

  /**
   * The rows that are wanted and whose own box meets a box, what `&&` says of both in PostGIS: calls `visit` for runs
   * `from` ≤ row < `to` of the base, in order, and answers those that changed since.
   */
  near(
    wanted: Omit<Wanted, 'box'>,
    near: Box,
    visit: (from: number, to: number) => void,
  ): readonly ChangedRow[] {
    const west = floatBelow(near[0]);
    const south = floatBelow(near[1]);
    const east = floatAbove(near[2]);
    const north = floatAbove(near[3]);
    const isWanted = this.wantedRow(wanted);
    const one = (row: number) => {
      if (isWanted === undefined || isWanted(row)) visit(row, row + 1);
    };
    const run = (from: number, to: number) => {
      if (isWanted === undefined) visit(from, to);
      else for (let row = from; row < to; row++) one(row);
    };
    this.base.tree.search(west, south, east, north, run, one);
    return this.matchingChanges(wanted).filter(({ box: own }) => {
      if (!own || floatBelow(own[0]) > east || floatAbove(own[2]) < west) return false;
      return floatBelow(own[1]) <= north && floatAbove(own[3]) >= south;
    });
  }

  /** GeoJSON of a row. @throws {BrokenSnapshotError} */
  featureOf(row: FoundRow): Uint8Array {
    return typeof row === 'number' ? this.base.feature(row) : row.feature;
  }

  /** Bytes of a row's GeoJSON. */
  featureLength(row: FoundRow): number {
    return typeof row === 'number' ? this.base.featureLength(row) : row.feature.length;
  }

  bornOf(row: FoundRow): number {
    return typeof row === 'number' ? this.base.born[row]! : row.born;
  }

  factsOf(row: FoundRow): { readonly entry: Position; readonly knownFrom: Position } {
    return typeof row === 'number' ? this.base.facts(row) : { entry: row.entry, knownFrom: row.knownFrom };
  }

  close(): void {
    this.base.close();
  }

  /** Rows by birth where all of them are wanted. */
  private first(most: number, after: number): Found {
    const { base } = this;
    let low = 0;
    for (let high = base.count; low < high; ) {
      const middle = (low + high) >> 1;
      if (base.born[base.byBirth.at(middle)]! <= after) low = middle + 1;
      else high = middle;
    }
    const found = Math.max(Math.min(most, base.count - low), 0);
    return { count: base.count, rows: Array.from({ length: found }, (_, i) => base.byBirth.at(low + i)) };
  }

  /** Whether a row of the base is wanted, wherever it is; undefined where every one is. */
  private wantedRow({ from, to, test }: Wanted): ((row: number) => boolean) | undefined {
    const { base, closed } = this;
    const hasBounds = base.from !== undefined || base.to !== undefined;
    const hasClosed = this.closedCount > 0;
    if (!hasBounds && !hasClosed && test === undefined) return undefined;
    return (row) =>
      (!hasClosed || closed[row] === 0) &&
      (!hasBounds || base.holds(row, from, to)) &&
      (test === undefined || test.base(row) === true);
  }

  /** Offers the rows of the base that are wanted; answers how many they are. */
  private offerMatches(wanted: Wanted): number {
    const { base, firstBorn: first } = this;
    const { box } = wanted;
    const isWanted = this.wantedRow(wanted);
    let count = 0;
    const run = (from: number, to: number) => {
      if (isWanted === undefined) {
        count += to - from;
        first.offerRun(from, to);
        return;
      }
      for (let row = from; row < to; row++)
        if (isWanted(row)) {
          count++;
          first.offer(row);
        }
    };
    if (box === undefined) {
      run(0, base.count);
      return count;
    }
    base.tree.search(box[0], box[1], box[2], box[3], run, (row) => {
      if (isWanted !== undefined && !isWanted(row)) return;
      if (!surelyMeets(base.boxes, row, box) && !meetsBox(base.shape(row), box)) return;
      count++;
      first.offer(row);
    });
    return count;
  }

  private matchingChanges({ from, to, box, test }: Wanted): ChangedRow[] {
    const matching: ChangedRow[] = [];
    for (const rows of this.changed.values())
      for (const row of rows) {
        const isWanted =
          row.from <= to &&
          row.to > from &&
          (box === undefined || isMet(row, box)) &&
          (!test || test.changed(row) === true);
        if (isWanted) matching.push(row);
      }
    return matching;
  }
}

function isMet({ box: own, shape }: ChangedRow, box: Box): boolean {
  if (!own || own[0] > box[2] || own[2] < box[0] || own[1] > box[3] || own[3] < box[1]) return false;
  return meetsBox(shape, box);
}
