import type { TileFrame } from '../geo/grid/tile-frame.ts';
import type { GridBox } from '../geo/grid/tile-matrix-set.ts';
import type { LayerWriter, TagValue } from '../geo/mvt/layer-writer.ts';
import { PathBuffer, type ShapeKind, shapeKind } from '../geo/shape/path-buffer.ts';
import { quantiseShape } from '../geo/shape/quantise-shape.ts';
import type { TileCell } from './tile-source.ts';

/** Draws records that are smaller than a cell together: what is dense looks dense, and each is counted. */

/** Name in tiles of how many records a feature stands for; only those that stand for several have it. */
export const countTag = 'ufuq:count';

/** Points stand apart by at least this share of a tile, so that their counts can be read. */
const pointCells = 64;

const raw = new PathBuffer();
const drawn = new PathBuffer();

type Run = { left: number; right: number; bottom: number; top: number };

function grouped<K>(cells: readonly TileCell[], keyOf: (cell: TileCell) => K): Map<K, TileCell[]> {
  const groups = new Map<K, TileCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const members = groups.get(key);
    if (members) members.push(cell);
    else groups.set(key, [cell]);
  }
  return groups;
}

/** Cells at half the number to a side: four become one. */
export function coarser(cells: readonly TileCell[]): TileCell[] {
  const merged = new Map<string, TileCell>();
  for (const cell of cells) {
    const column = cell.column >> 1;
    const row = cell.row >> 1;
    const key = `${cell.kind} ${column} ${row} ${cell.group}`;
    const known = merged.get(key);
    merged.set(key, { ...cell, column, row, count: cell.count + (known?.count ?? 0) });
  }
  return [...merged.values()].sort(
    (a, b) => a.kind - b.kind || compare(a.group, b.group) || a.row - b.row || a.column - b.column,
  );
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/**
 * Writes cells as features with `ufuq:count` and, where there is one, their group: areas and lines one feature a group,
 * points one a place.
 */
export function writeCells(
  layer: LayerWriter,
  frame: TileFrame,
  box: GridBox,
  cells: readonly TileCell[],
  side: number,
  groupName: string | undefined,
): void {
  const points = cells.filter(({ kind }) => kind === shapeKind.point);
  writePoints(layer, frame, box, points, side, groupName);
  for (const kind of [shapeKind.polygon, shapeKind.line]) {
    const groups = grouped(
      cells.filter((cell) => cell.kind === kind),
      ({ group }) => group,
    );
    for (const [group, members] of groups) {
      raw.clear(kind);
      for (const run of runsOf(members)) addRun(run, kind, box, side);
      frame.toTile(raw.xy, 0, raw.length);
      quantiseShape(raw, 0, drawn);
      const count = members.reduce((sum, cell) => sum + cell.count, 0);
      layer.add(drawn, tagsOf(groupName, group, count));
    }
  }
}

/** Writes the cell of a single area as a feature that keeps its own tags. */
export function writeCell(
  layer: LayerWriter,
  frame: TileFrame,
  box: GridBox,
  { column, row }: TileCell,
  side: number,
  tags: Readonly<Record<string, TagValue>>,
): void {
  raw.clear(shapeKind.polygon);
  addRun({ left: column, right: column + 1, bottom: row, top: row + 1 }, raw.kind, box, side);
  frame.toTile(raw.xy, 0, raw.length);
  quantiseShape(raw, 0, drawn);
  layer.add(drawn, { ...tags, [countTag]: 1 });
}

function tagsOf(
  groupName: string | undefined,
  group: string | null,
  count: number,
): Record<string, TagValue> {
  return { ...(groupName === undefined ? {} : { [groupName]: group }), [countTag]: count };
}

function writePoints(
  layer: LayerWriter,
  frame: TileFrame,
  box: GridBox,
  cells: readonly TileCell[],
  side: number,
  groupName: string | undefined,
): void {
  let at: readonly TileCell[] = cells;
  let count = side;
  for (; count > pointCells; count /= 2) at = coarser(at);
  const places = grouped(at, ({ column, row }) => row * count + column);
  for (const members of places.values()) {
    const [most] = members.toSorted((a, b) => b.count - a.count || compare(a.group, b.group));
    raw.clear(shapeKind.point);
    const [x, y] = corner(box, count, most!.column + 0.5, most!.row + 0.5);
    raw.push(x, y);
    raw.end();
    frame.toTile(raw.xy, 0, 2);
    quantiseShape(raw, 0, drawn);
    const total = members.reduce((sum, cell) => sum + cell.count, 0);
    layer.add(drawn, tagsOf(groupName, most!.group, total));
  }
}

/** Rectangles that cover the cells: neighbours in a row are one, and so are equal runs in rows above one another. */
function runsOf(cells: readonly TileCell[]): Run[] {
  const done: Run[] = [];
  let below = new Map<string, Run>();
  const rows = [...grouped(cells, ({ row }) => row)].sort(([a], [b]) => a - b);
  for (const [row, members] of rows) {
    const columns = [...new Set(members.map(({ column }) => column))].sort((a, b) => a - b);
    const current = new Map<string, Run>();
    for (let i = 0; i < columns.length; ) {
      let end = i + 1;
      while (end < columns.length && columns[end] === columns[end - 1]! + 1) end++;
      const left = columns[i]!;
      const right = columns[end - 1]! + 1;
      const key = `${left} ${right}`;
      const under = below.get(key);
      if (under?.top === row) {
        under.top = row + 1;
        current.set(key, under);
      } else {
        const run = { left, right, bottom: row, top: row + 1 };
        done.push(run);
        current.set(key, run);
      }
      i = end;
    }
    below = current;
  }
  return done;
}

function addRun({ left, right, bottom, top }: Run, kind: ShapeKind, box: GridBox, side: number): void {
  if (kind === shapeKind.line) {
    const middle = (bottom + top) / 2;
    raw.push(...corner(box, side, left, middle));
    raw.push(...corner(box, side, right, middle));
    raw.end();
    return;
  }
  raw.push(...corner(box, side, left, bottom));
  raw.push(...corner(box, side, right, bottom));
  raw.push(...corner(box, side, right, top));
  raw.push(...corner(box, side, left, top));
  raw.end(true);
}

function corner(
  [west, south, east, north]: GridBox,
  side: number,
  column: number,
  row: number,
): [number, number] {
  return [west + ((east - west) * column) / side, south + ((north - south) * row) / side];
}
