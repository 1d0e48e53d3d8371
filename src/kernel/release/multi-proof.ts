import type { Position } from '../log/entry.ts';
import { type Hash, hashNode, splitOf } from '../log/proof/merkle-hash.ts';
import type { Range } from '../log/proof/merkle-path.ts';

/** Positions of entries, ascending, each once. */
export type Positions = Float64Array | readonly Position[];

/** Hashes by their index; an array is one. */
export interface HashList {
  readonly length: number;
  at(index: number): Hash | undefined;
}

/**
 * Ranges of a tree of `size` leaves in which none of the positions lies, from left to right, each as large as the tree's
 * own nodes are: with their hashes and the leaves of the positions, the root can be computed. One proof for all records
 * of a release costs next to nothing where they were recorded together, and log(size) hashes each where they were not.
 */
export function* rangesBeside(positions: Positions, size: number): Generator<Range> {
  yield* beside(positions, 0, size, 0, positions.length);
}

function* beside(
  positions: Positions,
  start: number,
  end: number,
  low: number,
  high: number,
): Generator<Range> {
  if (low === high) yield { start, end };
  if (low === high || high - low === end - start) return;
  const middle = start + splitOf(end - start);
  const cut = firstFrom(positions, middle + 1, low, high);
  yield* beside(positions, start, middle, low, cut);
  yield* beside(positions, middle, end, cut, high);
}

/** Index of the first position that is at least `position`, between `low` and `high`. */
function firstFrom(positions: Positions, position: Position, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (positions[middle]! < position) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Root of the tree of `size` leaves that leaves at these positions and the hashes beside them lead to; undefined where
 * there are too few hashes or too many, or a position lies outside.
 */
export function rootOfMultiProof(
  positions: Positions,
  leaves: HashList,
  hashes: HashList,
  size: number,
): Hash | undefined {
  const last = positions.length - 1;
  if (leaves.length !== positions.length || size < 1) return undefined;
  if (last >= 0 && (positions[0]! < 1 || positions[last]! > size)) return undefined;
  let used = 0;
  const rootOf = (start: number, end: number, low: number, high: number): Hash | undefined => {
    if (low === high) return hashes.at(used++);
    if (end - start === 1) return high - low === 1 ? leaves.at(low) : undefined;
    const middle = start + splitOf(end - start);
    const cut = firstFrom(positions, middle + 1, low, high);
    const left = rootOf(start, middle, low, cut);
    const right = rootOf(middle, end, cut, high);
    return left && right && hashNode(left, right);
  };
  const root = rootOf(0, size, 0, positions.length);
  return used === hashes.length ? root : undefined;
}
