import { CellCounter } from '../../tiles/cell-counter.ts';
import type { LayerQuestion } from '../../tiles/tile-layer.ts';
import { PlainRecords } from '../../tiles/tile-records.ts';
import { mostCells, type TileContents } from '../../tiles/tile-source.ts';
import type { RecordShelf } from './record-shelf.ts';

/** Records that a tile takes one by one; where more meet it, the smallest are counted into cells. */
export const wholeLimit = 10_000;
/** Cells along each side of a tile. */
export const tileCells = 256;

/** What meets the box of a tile, by the rules of `TileContents`, from records on a shelf. */
export function shelfContents(
  shelf: RecordShelf,
  { box, fields, groupBy }: Pick<LayerQuestion, 'box' | 'fields' | 'groupBy'>,
): TileContents {
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
  const counter = new CellCounter(tileCells);
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
    counter.countsOf(shelf.kindOf(index), shelf.groups[index] ?? null)[row * tileCells + column]!++;
  }
  whole.sort((a, b) => b.size - a.size || a.index - b.index);
  const records = whole.slice(0, wholeLimit).map(({ index }) => shelf.record(index));
  return {
    records: new PlainRecords(records, fields, groupBy),
    cells: counter.groups(),
    matched: found.length,
  };
}
