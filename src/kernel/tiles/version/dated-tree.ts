import { hilbertOrder } from '../../geo/hilbert-order.ts';
import { PackedTree } from '../../geo/packed-tree.ts';

/** Finds the latest of many dated boxes that meets a box, without looking at most of them. */

export type DatedBox = readonly [west: number, south: number, east: number, north: number];

/** Numbers that boxes are dated by (positions of the log, instants); those that are not finite stand for no date. */
export type Dates = Float64Array | Uint32Array;

/** A box and what it is dated by. */
export interface Dated {
  readonly box: DatedBox;
  readonly number: number;
}

/**
 * Dates of boxes that already lie under a packed tree, whose nodes here know the greatest date below them. Several dates
 * of the same boxes share one tree.
 */
export class DatedTree {
  readonly tree: PackedTree;
  /** Dates by level, those of the boxes first. */
  private readonly dates: readonly Dates[];

  /** @param until later dates are not looked for */
  constructor(tree: PackedTree, dates: Dates, until = Number.POSITIVE_INFINITY) {
    const levels: Dates[] = [dates];
    for (const { length } of tree.levels.slice(1)) levels.push(greatestOf(levels.at(-1)!, length / 4, until));
    this.tree = tree;
    this.dates = levels;
  }

  /** A tree of its own for boxes in any order. */
  static of(dated: readonly Dated[]): DatedTree {
    const boxes = Float32Array.from(dated.flatMap(({ box }) => box));
    const order = hilbertOrder(boxes);
    const sorted = new Float32Array(boxes.length);
    for (let to = 0; to < order.length; to++) {
      const from = order[to]! * 4;
      sorted.set(boxes.subarray(from, from + 4), to * 4);
    }
    return new DatedTree(
      new PackedTree(sorted),
      Float64Array.from(order, (from) => dated[from]!.number),
    );
  }

  get size(): number {
    return this.dates[0]!.length;
  }

  /** Greatest date, `most` at most, of the boxes that meet the box and are later than `best`; `best` where there is none. */
  latest(box: DatedBox, most: number, best: number): number {
    const top = this.dates.length - 1;
    return this.search(top, 0, this.dates[top]!.length, box, most, best);
  }

  /** Boxes with dates after one. */
  *after(least: number): Iterable<Dated> {
    const [dates] = this.dates;
    const [boxes] = this.tree.levels;
    for (let i = 0, at = 0; i < this.size; i++, at += 4) {
      const number = dates![i]!;
      if (number > least && number < Number.POSITIVE_INFINITY)
        yield { box: [boxes![at]!, boxes![at + 1]!, boxes![at + 2]!, boxes![at + 3]!], number };
    }
  }

  private search(
    level: number,
    first: number,
    end: number,
    box: DatedBox,
    most: number,
    best: number,
  ): number {
    const dates = this.dates[level]!;
    const boxes = this.tree.levels[level]!;
    let found = best;
    for (let i = first; i < end; i++) {
      const date = dates[i]!;
      if (!(date > found) || !meets(boxes, i * 4, box)) continue;
      if (level > 0) {
        const { nodeSize } = PackedTree;
        const below = Math.min((i + 1) * nodeSize, this.dates[level - 1]!.length);
        found = this.search(level - 1, i * nodeSize, below, box, most, found);
      } else if (date <= most && date < Number.POSITIVE_INFINITY) found = date;
    }
    return found;
  }
}

function greatestOf(below: Dates, count: number, until: number): Float64Array {
  const dates = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < below.length; i++) {
    const node = Math.floor(i / PackedTree.nodeSize);
    const date = below[i]!;
    if (date > dates[node]! && date <= until && date < Number.POSITIVE_INFINITY) dates[node] = date;
  }
  return dates;
}

function meets(boxes: Float32Array, at: number, [west, south, east, north]: DatedBox): boolean {
  return boxes[at]! <= east && boxes[at + 2]! >= west && boxes[at + 1]! <= north && boxes[at + 3]! >= south;
}
