/**
 * The least `most` of the keys in `keys[0 … count)`, in order, as indexes. Quickselect first, so that a hundred out of
 * a million cost one pass and not a sort.
 */
export function least(keys: Float64Array, count: number, most: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const copy = keys.slice(0, count);
  const taken = Math.min(most, count);
  leastFirst(copy, order, count, taken);
  sortPairs(copy, order, taken);
  return order.subarray(0, taken);
}

/** Moves the `most` least of `keys[0 … count)` to the front, in no order, and what they carry with them (Hoare's selection). */
export function leastFirst(keys: Float64Array, carried: Uint32Array, count: number, most: number): void {
  if (most >= count || most === 0) return;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const [i, j] = partition(keys, carried, low, high);
    if (most - 1 <= j) high = j;
    else if (most - 1 >= i) low = i;
    else return;
  }
}

const fewPairs = 24;

/** Sorts `keys[0 … count)` upwards, and what they carry with them. */
export function sortPairs(keys: Float64Array, carried: Uint32Array, count: number): void {
  const sort = (low: number, high: number): void => {
    while (high - low >= fewPairs) {
      const [i, j] = partition(keys, carried, low, high);
      // The shorter side first, so that the stack stays short.
      if (j - low < high - i) {
        sort(low, j);
        low = i;
      } else {
        sort(i, high);
        high = j;
      }
    }
    insert(keys, carried, low, high);
  };
  sort(0, count - 1);
}

/** Hoare's partition around a median of three: nothing up to `j` is above anything from `i` on. */
function partition(
  keys: Float64Array,
  carried: Uint32Array,
  low: number,
  high: number,
): [i: number, j: number] {
  const pivot = medianOf(keys[low]!, keys[(low + high) >> 1]!, keys[high]!);
  let i = low;
  let j = high;
  while (i <= j) {
    while (keys[i]! < pivot) i++;
    while (keys[j]! > pivot) j--;
    if (i > j) break;
    const key = keys[i]!;
    const other = carried[i]!;
    keys[i] = keys[j]!;
    carried[i++] = carried[j]!;
    keys[j] = key;
    carried[j--] = other;
  }
  return [i, j];
}

function insert(keys: Float64Array, carried: Uint32Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const key = keys[i]!;
    const other = carried[i]!;
    let j = i;
    for (; j > low && keys[j - 1]! > key; j--) {
      keys[j] = keys[j - 1]!;
      carried[j] = carried[j - 1]!;
    }
    keys[j] = key;
    carried[j] = other;
  }
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
