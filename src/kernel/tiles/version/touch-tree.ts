import { hilbertOrder } from '../../geo/hilbert-order.ts';

/** Finds the latest of many dated boxes that meets a box, without looking at most of them. */

const nodeSize = 16;

export type TouchBox = readonly [west: number, south: number, east: number, north: number];

/** A box and what it is dated by. */
export interface Touch {
  readonly box: TouchBox;
  readonly number: number;
}

/** Many of them: `[west, south, east, north, …]` and one number for each. */
export interface TouchList {
  readonly boxes: Float32Array;
  readonly numbers: Float64Array;
}

/**
 * Boxes with a number each (a position of the log, an instant), packed in Hilbert order under a tree whose nodes know the
 * greatest number below them. Coordinates are held in single precision, rounded outwards (at most 2 m).
 */
export class TouchTree {
  readonly size: number;
  private readonly boxes: Float32Array;
  private readonly numbers: Float64Array;
  /** Index of the first node of each level, the items being level 0, and the end of the last. */
  private readonly levels: number[];

  /** @param boxes `[west, south, east, north, …]` of the items; @param numbers one for each */
  constructor(boxes: Float32Array = new Float32Array(), numbers: Float64Array = new Float64Array()) {
    this.size = numbers.length;
    this.levels = [0];
    let total = this.size;
    for (let count = this.size; count > 1; ) {
      count = Math.ceil(count / nodeSize);
      this.levels.push(total);
      total += count;
    }
    this.levels.push(total);
    this.boxes = new Float32Array(total * 4);
    this.numbers = new Float64Array(total);
    const order = hilbertOrder(boxes);
    for (let i = 0; i < this.size; i++) {
      const from = order[i]!;
      this.boxes.set(boxes.subarray(from * 4, from * 4 + 4), i * 4);
      this.numbers[i] = numbers[from]!;
    }
    for (let level = 1; level < this.levels.length - 1; level++) this.build(level);
  }

  static of({ boxes, numbers }: TouchList): TouchTree {
    return new TouchTree(boxes, numbers);
  }

  /** A tree of these items and more. */
  with(more: readonly Touch[]): TouchTree {
    const boxes = new Float32Array((this.size + more.length) * 4);
    const numbers = new Float64Array(this.size + more.length);
    boxes.set(this.boxes.subarray(0, this.size * 4));
    numbers.set(this.numbers.subarray(0, this.size));
    more.forEach(({ box, number }, i) => {
      boxes.set(box, (this.size + i) * 4);
      numbers[this.size + i] = number;
    });
    return new TouchTree(boxes, numbers);
  }

  /** Box around all items. */
  get bounds(): TouchBox | undefined {
    const at = (this.numbers.length - 1) * 4;
    return this.size === 0
      ? undefined
      : [this.boxes[at]!, this.boxes[at + 1]!, this.boxes[at + 2]!, this.boxes[at + 3]!];
  }

  private build(level: number): void {
    const { boxes, numbers } = this;
    let node = this.levels[level]!;
    for (let first = this.levels[level - 1]!; first < this.levels[level]!; first += nodeSize, node++) {
      const end = Math.min(first + nodeSize, this.levels[level]!);
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      let greatest = -Infinity;
      for (let i = first; i < end; i++) {
        west = Math.min(west, boxes[i * 4]!);
        south = Math.min(south, boxes[i * 4 + 1]!);
        east = Math.max(east, boxes[i * 4 + 2]!);
        north = Math.max(north, boxes[i * 4 + 3]!);
        greatest = Math.max(greatest, numbers[i]!);
      }
      boxes.set([west, south, east, north], node * 4);
      numbers[node] = greatest;
    }
  }

  /** Greatest number, `most` at most, of the boxes that meet the box; -Infinity where there is none. */
  latest(box: TouchBox, most = Infinity): number {
    if (this.size === 0) return -Infinity;
    return this.search(this.levels.length - 2, this.levels.at(-2)!, box, most, -Infinity);
  }

  private search(level: number, node: number, box: TouchBox, most: number, best: number): number {
    const { boxes, numbers, levels } = this;
    if (numbers[node]! <= best || !meets(boxes, node * 4, box)) return best;
    if (level === 0) return numbers[node]! <= most ? numbers[node]! : best;
    const first = levels[level - 1]! + (node - levels[level]!) * nodeSize;
    const end = Math.min(first + nodeSize, levels[level]!);
    let found = best;
    for (let i = first; i < end; i++) found = this.search(level - 1, i, box, most, found);
    return found;
  }
}

function meets(boxes: Float32Array, at: number, [west, south, east, north]: TouchBox): boolean {
  return boxes[at]! <= east && boxes[at + 2]! >= west && boxes[at + 1]! <= north && boxes[at + 3]! >= south;
}
