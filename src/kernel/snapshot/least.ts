/**
 * The least `most` of the keys in `keys[0 … count)`, in order, as indexes. Quickselect first, so that a hundred out of
 * a million cost one pass and not a sort.
 */
export function least(keys: Float64Array, count: number, most: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  if (most < count) select(order, keys, most);
  return order.subarray(0, Math.min(most, count)).sort((a, b) => keys[a]! - keys[b]!);
}

/** Moves the `most` least to the front (Hoare's selection, median of three). */
function select(order: Uint32Array, keys: Float64Array, most: number): void {
  let low = 0;
  let high = order.length - 1;
  while (low < high) {
    const pivot = medianOf(keys[order[low]!]!, keys[order[(low + high) >> 1]!]!, keys[order[high]!]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (keys[order[i]!]! < pivot) i++;
      while (keys[order[j]!]! > pivot) j--;
      if (i > j) break;
      const held = order[i]!;
      order[i] = order[j]!;
      order[j] = held;
      i++;
      j--;
    }
    if (most - 1 <= j) high = j;
    else if (most - 1 >= i) low = i;
    else return;
  }
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
