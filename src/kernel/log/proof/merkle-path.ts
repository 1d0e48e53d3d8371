import { splitOf } from './merkle-hash.ts';

/** Leaves from `start` up to and without `end`; its hash is the MTH over them. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The ranges whose hashes prove that the leaf `index` is in the tree of `size` leaves, nearest to the leaf first
 * (RFC 9162, 2.1.3.1: PATH). @throws RangeError where the tree has no such leaf
 */
export function inclusionPath(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  const path: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * The ranges whose hashes prove that the tree of `first` leaves is the beginning of the one of `second`
 * (RFC 9162, 2.1.4.1: PROOF); none where both are the same or the first is empty.
 * @throws RangeError where the first is not the smaller
 */
export function consistencyPath(first: number, second: number): Range[] {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second)
    throw new RangeError(`A tree of ${first} leaves is no beginning of one of ${second}`);
  if (first === 0 || first === second) return [];
  const path: Range[] = [];
  let start = 0;
  let end = second;
  // SUBPROOF: `start` moves off 0 exactly where its flag b turns false.
  while (end > first) {
    const middle = start + splitOf(end - start);
    if (first <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) path.push({ start, end });
  return path.reverse();
}
