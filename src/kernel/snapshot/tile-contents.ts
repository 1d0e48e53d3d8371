import { bboxOf } from '../geo/bbox.ts';
import { decodeWkb } from '../geo/geometry-from-wkb.ts';
import { floatAbove, floatBelow } from '../geo/outward-box.ts';
import type { ShapeKind } from '../geo/shape/path-buffer.ts';
import { compareValues } from '../query/predicate/comparison.ts';
import {
  importantLimit,
  mostCells,
  type TileContents,
  type TileQuestion,
  type TileRecord,
} from '../tiles/tile-source.ts';
import { type Column, columnValue } from './column.ts';
import { recordOf } from './feature-record.ts';
import { boxed } from './packed-row.ts';
import type { FoundRow, RegisterSnapshot, Wanted } from './register-snapshot.ts';

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** What the rows of a tile are asked, whether they lie in the base or changed since. */
interface Rows {
  bounds(row: FoundRow): Bounds;
  kind(row: FoundRow): ShapeKind;
  group(row: FoundRow): string | null;
  /** Null where it has none. */
  importance(row: FoundRow): number | null;
  born(row: FoundRow): number;
  from(row: FoundRow): number;
}

/**
 * The contents of a tile as `TileSource` defines them. Undefined where the field that ranks or groups records is
 * not in a column.
 */
export function tileContents(
  snapshot: RegisterSnapshot,
  wanted: Wanted,
  question: TileQuestion,
): TileContents | undefined {
  const rows = rowsOf(snapshot, question);
  if (!rows) return undefined;
  const near: FoundRow[] = [];
  snapshot.eachNear(wanted, question.box, (row) => near.push(row));
  const matched = near.length;
  const told = (some: readonly FoundRow[]) =>
    ranked(rows, some, question)
      .slice(0, question.wholeLimit)
      .map((row) => recordAt(snapshot, row, question));
  if (matched <= question.wholeLimit) return { records: told(near), cells: [], matched };

  const classes = sizeClasses(rows, near, question);
  const small = smallest(classes, question.wholeLimit);
  const cells = new CellCounter(rows, question);
  const whole = near.filter((row, index) => {
    if (classes[index]! > small) return true;
    cells.take(row);
    return false;
  });
  return { records: told(whole), cells: cells.cells(), matched };
}

function rowsOf({ base }: RegisterSnapshot, { groupBy, importance }: TileQuestion): Rows | undefined {
  const group = groupBy && base.columns.get(groupBy.name);
  const rank = importance && base.columns.get(importance.name);
  if ((groupBy && !group) || (importance && !rank)) return undefined;
  const valueIn = (column: Column | undefined, row: FoundRow) => {
    if (!column) return null;
    return typeof row === 'number' ? columnValue(column, row) : (row.properties[column.name] ?? null);
  };
  return {
    bounds(row) {
      if (typeof row === 'number' && (base.kinds[row]! & boxed) !== 0) {
        const at = row * 4;
        const { boxes } = base;
        return [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
      }
      const box = typeof row === 'number' ? bboxOf(decodeWkb(base.shape(row)).geometry)! : row.box!;
      return typeof row === 'number' || (row.kind & boxed) === 0 ? box : rounded(box);
    },
    kind: (row) => ((typeof row === 'number' ? base.kinds[row]! : row.kind) & 3) as ShapeKind,
    group: (row) => valueIn(group, row) as string | null,
    importance: (row) => valueIn(rank, row) as number | null,
    born: (row) => (typeof row === 'number' ? base.born[row]! : row.born),
    from: (row) => (typeof row === 'number' ? (base.from?.[row] ?? Number.NEGATIVE_INFINITY) : row.from),
  };
}

function rounded([west, south, east, north]: Bounds): Bounds {
  return [floatBelow(west), floatBelow(south), floatAbove(east), floatAbove(north)];
}

/** The most important first; then by size, by birth, by beginning. */
function ranked(rows: Rows, some: readonly FoundRow[], { importance }: TileQuestion): readonly FoundRow[] {
  const keyed = some.map((row) => {
    const [west, south, east, north] = rows.bounds(row);
    const rank = importance ? (rows.importance(row) ?? Number.NEGATIVE_INFINITY) : 0;
    return { row, rank, size: east - west + (north - south), born: rows.born(row), from: rows.from(row) };
  });
  // Equal infinities have no difference.
  const descending = (a: number, b: number) => (a === b ? 0 : b - a);
  keyed.sort(
    (a, b) => descending(a.rank, b.rank) || b.size - a.size || a.born - b.born || descending(b.from, a.from),
  );
  return keyed.map(({ row }) => row);
}

/** Class of what is as large as `mostCells` or larger, and that of what comes whole in any case. */
const largestClass = Math.log2(mostCells) + 1;
const wholeClass = largestClass + 1;

/** 0 for less than one cell in both directions, 1 for less than two, 2 for less than four …; important rows have a class of their own. */
function sizeClasses(rows: Rows, near: readonly FoundRow[], question: TileQuestion): Uint8Array {
  const [boxWest, boxSouth, boxEast, boxNorth] = question.box;
  const width = (boxEast - boxWest) / question.cells;
  const height = (boxNorth - boxSouth) / question.cells;
  const isImportant = importanceTest(rows, near, question);
  return Uint8Array.from(near, (row) => {
    if (isImportant(row)) return wholeClass;
    const [west, south, east, north] = rows.bounds(row);
    const size = Math.max((east - west) / width, (north - south) / height);
    return size < 1 ? 0 : Math.min(Math.floor(Math.log(size) / Math.log(2)) + 1, largestClass);
  });
}

/** The `importantLimit` most important rows, without those that tie at the limit; all that have a value where they are fewer. */
function importanceTest(rows: Rows, near: readonly FoundRow[], { importance }: TileQuestion) {
  if (!importance) return () => false;
  const values = near.map(rows.importance).filter((value) => value !== null);
  const limit = values.sort((a, b) => b - a)[importantLimit] ?? Number.NEGATIVE_INFINITY;
  return (row: FoundRow) => (rows.importance(row) ?? Number.NEGATIVE_INFINITY) > limit;
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

/** Counts small rows into cells. */
class CellCounter {
  private readonly counts = new Map<string | null, Map<number, number>>();
  private readonly rows: Rows;
  private readonly question: TileQuestion;
  private readonly width: number;
  private readonly height: number;

  constructor(rows: Rows, question: TileQuestion) {
    const [west, south, east, north] = question.box;
    this.rows = rows;
    this.question = question;
    this.width = (east - west) / question.cells;
    this.height = (north - south) / question.cells;
  }

  take(row: FoundRow): void {
    const { width, height, rows, question } = this;
    const [west, south, east, north] = rows.bounds(row);
    const most = question.cells - 1;
    const column = Math.min(Math.max(Math.floor(((west + east) / 2 - question.box[0]) / width), 0), most);
    const line = Math.min(Math.max(Math.floor(((south + north) / 2 - question.box[1]) / height), 0), most);
    const group = rows.group(row);
    let counts = this.counts.get(group);
    if (!counts) {
      counts = new Map();
      this.counts.set(group, counts);
    }
    const cell = (rows.kind(row) * question.cells + line) * question.cells + column;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }

  /** By kind, group, row and column. */
  cells(): TileContents['cells'] {
    const { cells: side } = this.question;
    const told = [...this.counts].flatMap(([group, counts]) =>
      [...counts].map(([cell, count]) => ({
        kind: Math.floor(cell / side / side) as ShapeKind,
        column: cell % side,
        row: Math.floor(cell / side) % side,
        group,
        count,
      })),
    );
    const byGroup = (a: string | null, b: string | null) =>
      a === null || b === null ? Number(a === null) - Number(b === null) : compareValues(a, b);
    return told.sort(
      (a, b) => a.kind - b.kind || byGroup(a.group, b.group) || a.row - b.row || a.column - b.column,
    );
  }
}

function recordAt({ base }: RegisterSnapshot, row: FoundRow, { fields }: TileQuestion): TileRecord {
  if (typeof row !== 'number') {
    const properties = Object.fromEntries(fields.map(({ name }) => [name, row.properties[name] ?? null]));
    return { id: row.record, wkb: row.shape, properties };
  }
  const facts = { valid: { from: null, to: null }, entry: 0, knownFrom: 0 };
  const { id, properties } = recordOf(base.feature(row), facts, { fields, hasGeometry: false });
  return { id, wkb: base.shape(row), properties };
}
