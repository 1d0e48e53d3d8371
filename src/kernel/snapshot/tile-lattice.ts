import { PackedTree } from '../geo/packed-tree.ts';
import { CellCounter, type CellGroup } from '../tiles/cell-counter.ts';
import { mostCells, type TileQuestion } from '../tiles/tile-source.ts';
import type { Bounds, TileRows } from './tile-rows.ts';

/** Class of what is as large as `mostCells` or larger, and that of what comes whole in any case. */
export const largestClass = Math.log2(mostCells) + 1;
export const wholeClass = largestClass + 1;

const bounds: Bounds = [0, 0, 0, 0];

/** How far a side of a box in the base may lie outwards, by the rounding to single precision. */
function slackOf(least: number, greatest: number): number {
  return Math.max(-least, greatest) * 2 ** -23;
}

/**
 * The lattice of cells over a tile's box, and the rows counted into it by the middles of their boxes. What lies under a
 * node of the base's tree that fits into one cell is counted there without a look at its boxes.
 */
export class TileLattice {
  private readonly rows: TileRows;
  private readonly counter: CellCounter;
  private readonly west: number;
  private readonly south: number;
  private readonly width: number;
  private readonly height: number;
  private readonly most: number;
  private readonly codes: ArrayLike<number> | undefined;
  /** Counts by kind and by the code that a group has in the base. */
  private readonly byCode: (Uint32Array | undefined)[] = [];

  constructor(rows: TileRows, { box: [west, south, east, north], cells }: TileQuestion) {
    this.rows = rows;
    this.counter = new CellCounter(cells);
    this.west = west;
    this.south = south;
    this.width = (east - west) / cells;
    this.height = (north - south) / cells;
    this.most = cells - 1;
    this.codes = rows.groupCodes;
  }

  /** Size class of a row: 0 for less than one cell in both directions, 1 for less than two, 2 for less than four … */
  classOf(row: number): number {
    const { rows } = this;
    if (rows.isInBase(row)) {
      const { boxes } = rows.base;
      const at = row * 4;
      const wide = boxes[at + 2]! - boxes[at]!;
      const high = boxes[at + 3]! - boxes[at + 1]!;
      const most = this.classOfSize(wide, high);
      const tight = wide - 2 * slackOf(boxes[at]!, boxes[at + 2]!);
      const low = high - 2 * slackOf(boxes[at + 1]!, boxes[at + 3]!);
      if (most === 0 || most === this.classOfSize(tight, low)) return most;
    }
    const [west, south, east, north] = rows.boundsOf(row, bounds);
    return this.classOfSize(east - west, north - south);
  }

  private classOfSize(wide: number, high: number): number {
    const size = Math.max(wide / this.width, high / this.height);
    return size < 1 ? 0 : Math.min(Math.floor(Math.log(size) / Math.log(2)) + 1, largestClass);
  }

  /** Counts the rows `from` ≤ row < `to` of the base that are smaller than a cell; tells the others, with their class. */
  countSmall(from: number, to: number, larger: (row: number, sizeClass: number) => void): void {
    const { base } = this.rows;
    const { boxes, tree } = base;
    const { width, height } = this;
    for (let row = from; row < to; ) {
      const under = row % PackedTree.nodeSize === 0 ? tree.nodeFrom(row, to, this.isInOneCell) : 0;
      if (under > 0) {
        const at = row * 4;
        const place = this.placeAt((boxes[at]! + boxes[at + 2]!) / 2, (boxes[at + 1]! + boxes[at + 3]!) / 2);
        for (const end = row + under; row < end; row++) this.countsOf(row)[place]!++;
        continue;
      }
      const at = row * 4;
      const isSmall = boxes[at + 2]! - boxes[at]! < width && boxes[at + 3]! - boxes[at + 1]! < height;
      const sizeClass = isSmall ? 0 : this.classOf(row);
      if (sizeClass === 0) this.count(row);
      else larger(row, sizeClass);
      row++;
    }
  }

  /** Counts one row. */
  count(row: number): void {
    this.countsOf(row)[this.placeOf(row)]!++;
  }

  groups(): CellGroup[] {
    return this.counter.groups();
  }

  private placeOf(row: number): number {
    const { rows } = this;
    if (rows.isInBase(row)) {
      // Rounding moves the middle by less than the slack: where both ends of that lie in one cell, so does the middle.
      const at = row * 4;
      const { boxes } = rows.base;
      const x = (boxes[at]! + boxes[at + 2]!) / 2;
      const y = (boxes[at + 1]! + boxes[at + 3]!) / 2;
      const slackX = slackOf(boxes[at]!, boxes[at + 2]!);
      const slackY = slackOf(boxes[at + 1]!, boxes[at + 3]!);
      const low = this.placeAt(x - slackX, y - slackY);
      if (low === this.placeAt(x + slackX, y + slackY)) return low;
    }
    const [west, south, east, north] = rows.boundsOf(row, bounds);
    return this.placeAt((west + east) / 2, (south + north) / 2);
  }

  /** Where this holds of a box, it holds of all boxes in it, and the middle of each lies in the same cell. */
  private readonly isInOneCell = (west: number, south: number, east: number, north: number): boolean =>
    east - west < this.width &&
    north - south < this.height &&
    this.placeAt(west, south) === this.placeAt(east, north);

  private placeAt(x: number, y: number): number {
    const { west, south, width, height, most } = this;
    const column = Math.min(Math.max(Math.floor((x - west) / width), 0), most);
    const row = Math.min(Math.max(Math.floor((y - south) / height), 0), most);
    return row * (most + 1) + column;
  }

  private countsOf(row: number): Uint32Array {
    const { rows, counter, codes } = this;
    if (!rows.isInBase(row)) return counter.countsOf(rows.kind(row), rows.group(row));
    const kind = rows.base.kinds[row]! & 3;
    const key = (codes === undefined ? 0 : codes[row]!) * 4 + kind;
    return (this.byCode[key] ??= counter.countsOf(rows.kind(row), rows.group(row)));
  }
}
