import type { GridBox } from '../../geo/grid/tile-matrix-set.ts';
import { mostCells, type TileCell, type TileContents } from '../../tiles/tile-source.ts';
import type { RecordShelf } from './record-shelf.ts';

/** Records that a tile takes one by one; where more meet it, the smallest are counted into cells. */
export const wholeLimit = 10_000;
/** Cells along each side of a tile. */
export const tileCells = 256;

/** What meets the box of a tile, by the rules of `TileContents`, from records on a shelf. */
export function shelfContents(shelf: RecordShelf, box: GridBox): TileContents {
  const found = shelf.within(box);
  const [west, south, east, north] = box;
  const width = (east - west) / tileCells;
  const height = (north - south) / tileCells;
  const sizes = new Float64Array(found.length);
  for (const [i, index] of found.entries()) {
    const [w, s, e, n] = shelf.boxOf(index);
    sizes[i] = Math.max((e - w) / width, (n - s) / height);
  }
  let small = 0;
  if (found.length > wholeLimit)
    for (small = 1; small < mostCells; small *= 2)
      if (sizes.reduce((left, size) => left + (size < small ? 0 : 1), 0) <= wholeLimit) break;
  const cells = new Map<string, { -readonly [K in keyof TileCell]: TileCell[K] }>();
  const whole: { readonly index: number; readonly size: number }[] = [];
  const place = (middle: number, origin: number, size: number) =>
    Math.min(Math.max(Math.floor((middle - origin) / size), 0), tileCells - 1);
  for (const [i, index] of found.entries()) {
    if (sizes[i]! >= small) {
      whole.push({ index, size: sizes[i]! });
      continue;
    }
    const [w, s, e, n] = shelf.boxOf(index);
    const column = place((w + e) / 2, west, width);
    const row = place((s + n) / 2, south, height);
    const kind = shelf.kindOf(index);
    const group = shelf.groups[index] ?? null;
    const key = `${kind} ${column} ${row} ${group === null ? '' : `=${group}`}`;
    const cell = cells.get(key);
    if (cell) cell.count++;
    else cells.set(key, { kind, column, row, group, count: 1 });
  }
  whole.sort((a, b) => b.size - a.size || a.index - b.index);
  return {
    records: whole.slice(0, wholeLimit).map(({ index }) => shelf.record(index)),
    cells: [...cells.values()].sort(inOrder),
    matched: found.length,
  };
}

function inOrder(a: TileCell, b: TileCell): number {
  return (
    a.kind - b.kind ||
    (a.group === b.group ? 0 : a.group === null ? 1 : b.group === null ? -1 : a.group < b.group ? -1 : 1) ||
    a.row - b.row ||
    a.column - b.column
  );
}
