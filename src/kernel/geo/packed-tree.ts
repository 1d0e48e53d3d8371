/** Boxes under one node of the tree. */
const nodeSize = 16;

/**
 * A static R-tree over boxes that already lie in Hilbert order: level by level, sixteen neighbours share a node, so the
 * tree is nothing but the boxes of its nodes, and the number of a child is computed from that of its parent.
 */
export class PackedTree {
  static readonly nodeSize = nodeSize;
  /** Boxes of the leaves, of the nodes over them, and so on; the last has as many as one node would hold, at most. */
  readonly levels: readonly Float32Array[];
  /** Leaves up to the last whose box is finite. */
  private readonly placed: number;

  /**
   * @param boxes west, south, east, north of each leaf, one after another; boxes that are not finite come last and are
   * never found
   */
  constructor(boxes: Float32Array) {
    let placed = boxes.length >> 2;
    while (placed > 0 && !(boxes[placed * 4 - 4]! <= boxes[placed * 4 - 2]!)) placed--;
    this.placed = placed;
    const levels = [boxes];
    for (let below = boxes; below.length > 4 * nodeSize; ) {
      below = nodesOver(below);
      levels.push(below);
    }
    this.levels = levels;
  }

  /** Bytes of the nodes, leaves left out. */
  get byteLength(): number {
    return this.levels.slice(1).reduce((sum, level) => sum + level.byteLength, 0);
  }

  /**
   * Finds the leaves whose boxes meet the box asked for, in their order: runs `from` ≤ leaf < `to` of those that lie
   * wholly within are told to `within`, the others one by one to `edge`.
   */
  search(
    west: number,
    south: number,
    east: number,
    north: number,
    within: (from: number, to: number) => void,
    edge: (leaf: number) => void,
  ): void {
    const { levels, placed } = this;
    const descend = (level: number, first: number, leaves: number): void => {
      const boxes = levels[level]!;
      const last = Math.min(first + nodeSize, boxes.length >> 2);
      for (let i = first, at = first << 2; i < last; i++, at += 4) {
        const w = boxes[at]!;
        const s = boxes[at + 1]!;
        const e = boxes[at + 2]!;
        const n = boxes[at + 3]!;
        if (!(w <= east && e >= west && s <= north && n >= south)) continue;
        if (w >= west && e <= east && s >= south && n <= north)
          within(i * leaves, Math.min((i + 1) * leaves, placed));
        else if (level === 0) edge(i);
        else descend(level - 1, i * nodeSize, leaves / nodeSize);
      }
    };
    if (placed > 0) descend(levels.length - 1, 0, nodeSize ** (levels.length - 1));
  }

  /**
   * Leaves from `from` on, `to` at most, that lie under the largest node that begins there, ends by `to` and whose box
   * passes a test; 0 where none does. A larger node is tried only where the smaller one has passed.
   */
  nodeFrom(
    from: number,
    to: number,
    test: (west: number, south: number, east: number, north: number) => boolean,
  ): number {
    let found = 0;
    let leaves = nodeSize;
    for (let level = 1; level < this.levels.length; level++, leaves *= nodeSize) {
      if (from % leaves !== 0 || from + leaves > to) break;
      const boxes = this.levels[level]!;
      const at = (from / leaves) * 4;
      if (!test(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)) break;
      found = leaves;
    }
    return found;
  }
}

function nodesOver(boxes: Float32Array): Float32Array {
  const count = boxes.length >> 2;
  const nodes = new Float32Array(Math.ceil(count / nodeSize) * 4);
  for (let node = 0, at = 0; at < nodes.length; node++, at += 4) {
    let west = Number.POSITIVE_INFINITY;
    let south = Number.POSITIVE_INFINITY;
    let east = Number.NEGATIVE_INFINITY;
    let north = Number.NEGATIVE_INFINITY;
    const end = Math.min((node + 1) * nodeSize, count) << 2;
    for (let i = (node * nodeSize) << 2; i < end; i += 4) {
      if (boxes[i]! < west) west = boxes[i]!;
      if (boxes[i + 1]! < south) south = boxes[i + 1]!;
      if (boxes[i + 2]! > east) east = boxes[i + 2]!;
      if (boxes[i + 3]! > north) north = boxes[i + 3]!;
    }
    nodes[at] = west;
    nodes[at + 1] = south;
    nodes[at + 2] = east;
    nodes[at + 3] = north;
  }
  return nodes;
}

/** The box of the leaves, undefined where no leaf has one. */
export function coveringBox(boxes: Float32Array): readonly [number, number, number, number] | undefined {
  let below = boxes;
  while (below.length > 4) below = nodesOver(below);
  const [west, south, east, north] = below;
  return west !== undefined && west <= east! ? [west, south!, east!, north!] : undefined;
}
