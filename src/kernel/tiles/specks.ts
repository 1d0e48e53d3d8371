import { shapeKind } from '../geo/shape/path-buffer.ts';
import type { CellCounter } from './cell-counter.ts';
import type { TileRecords } from './tile-records.ts';

/** Areas smaller than a cell: they are drawn as one, and where there is no other in it they keep what they say. */
export class Specks {
  private readonly byPlace = new Map<number, number[]>();
  /** Records that share their cell with others. */
  count = 0;

  /** Takes a record, by its index among the tile's. */
  add(place: number, index: number): void {
    const known = this.byPlace.get(place);
    if (known) known.push(index);
    else this.byPlace.set(place, [index]);
  }

  /** Cells of one record each, and which it is. */
  *single(): Iterable<{ readonly place: number; readonly index: number }> {
    for (const [place, members] of this.byPlace)
      if (members.length === 1) yield { place, index: members[0]! };
  }

  /** Counts those that share a cell. */
  countInto(counter: CellCounter, records: TileRecords): void {
    for (const [place, members] of this.byPlace) {
      if (members.length === 1) continue;
      this.count += members.length;
      for (const index of members) counter.countsOf(shapeKind.polygon, records.group(index))[place]!++;
    }
  }
}
