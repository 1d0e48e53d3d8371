import { sortedIndexes } from '../geo/hilbert-order.ts';
import type { TileRows } from './tile-rows.ts';

/** Up to so many rows, one is put before the others one after another. */
const fewRows = 16;

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** Some rows of a tile, the most important first; then by size, by birth, by beginning. */
export function ranked(rows: TileRows, some: Uint32Array, hasRank: boolean): Uint32Array {
  const sizes = new Float64Array(some.length);
  // A float's bits sort as it does, as long as it is not negative; the greatest come first.
  const keys = new Uint32Array(some.length);
  for (let i = 0; i < some.length; i++) {
    single[0] = sizes[i] = rows.size(some[i]!);
    keys[i] = 0xffffffff - bits[0]!;
  }
  const ranks = hasRank ? Float64Array.from(some, (row) => rows.importance(row)) : undefined;
  const compare = (a: number, b: number) =>
    (ranks ? descending(ranks[a]!, ranks[b]!) : 0) ||
    sizes[b]! - sizes[a]! ||
    rows.born(some[a]!) - rows.born(some[b]!) ||
    descending(rows.from(some[b]!), rows.from(some[a]!));
  const order = sortedIndexes(keys);
  if (ranks) order.sort(compare);
  else
    for (let first = 0; first < order.length; ) {
      let next = first + 1;
      while (next < order.length && keys[order[next]!] === keys[order[first]!]) next++;
      // What is alike in single precision is told apart.
      if (next > first + 1) sortStretch(order, first, next, compare);
      first = next;
    }
  return order.map((index) => some[index]!);
}

/** Most stretches are of a few rows, which are in order before an array of their own would be made. */
function sortStretch(
  order: Uint32Array,
  first: number,
  end: number,
  compare: (a: number, b: number) => number,
): void {
  if (end - first > fewRows) {
    order.subarray(first, end).sort(compare);
    return;
  }
  for (let i = first + 1; i < end; i++) {
    const row = order[i]!;
    let to = i;
    for (; to > first && compare(order[to - 1]!, row) > 0; to--) order[to] = order[to - 1]!;
    order[to] = row;
  }
}

/** Equal infinities have no difference. */
function descending(a: number, b: number): number {
  return a === b ? 0 : b - a;
}
