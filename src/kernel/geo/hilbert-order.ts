/** Places in the order of a space-filling curve, so that what is near on the map is near in a file. */

/** Cells on a side of the grid that positions are put into. */
const side = 1 << 16;

/** Distance along a Hilbert curve of order 16 of the cell (x, y), both from 0 to 65,535; a 32-bit unsigned integer. */
export function hilbertDistance(x: number, y: number): number {
  let distance = 0;
  for (let s = side >>> 1; s > 0; s >>>= 1) {
    const right = (x & s) > 0 ? 1 : 0;
    const up = (y & s) > 0 ? 1 : 0;
    distance += s * s * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = side - 1 - x;
        y = side - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return distance;
}

/**
 * Indexes of boxes in Hilbert order of their centres; boxes that are not finite come last.
 * @param boxes west, south, east, north of each, one after another
 */
export function hilbertOrder(boxes: Float32Array | Float64Array): Uint32Array {
  const count = boxes.length / 4;
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < boxes.length; i += 4) {
    if (!(boxes[i]! <= boxes[i + 2]!)) continue;
    if (boxes[i]! < west) west = boxes[i]!;
    if (boxes[i + 1]! < south) south = boxes[i + 1]!;
    if (boxes[i + 2]! > east) east = boxes[i + 2]!;
    if (boxes[i + 3]! > north) north = boxes[i + 3]!;
  }
  const perX = (side - 1) / (east - west || 1);
  const perY = (side - 1) / (north - south || 1);
  const keys = new Float64Array(count);
  for (let i = 0, at = 0; i < count; i++, at += 4) {
    const isPlaced = boxes[at]! <= boxes[at + 2]!;
    const x = isPlaced ? Math.floor(((boxes[at]! + boxes[at + 2]!) / 2 - west) * perX) : side - 1;
    const y = isPlaced ? Math.floor(((boxes[at + 1]! + boxes[at + 3]!) / 2 - south) * perY) : side - 1;
    keys[i] = isPlaced ? hilbertDistance(x, y) : 2 ** 32;
  }
  return sortedIndexes(keys);
}

/** Indexes of keys from the least to the greatest; equal keys keep their order. Keys are integers up to 2^32. */
export function sortedIndexes(keys: Float64Array): Uint32Array {
  const count = keys.length;
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let other = new Uint32Array(count);
  // Radix sort by 11 bits, three times: 33 bits hold every key.
  for (let shift = 0; shift < 33; shift += 11) {
    const starts = new Uint32Array(2049);
    const scale = 2 ** shift;
    for (let i = 0; i < count; i++) starts[(Math.floor(keys[i]! / scale) & 2047) + 1]!++;
    for (let digit = 1; digit < 2049; digit++) starts[digit]! += starts[digit - 1]!;
    for (let i = 0; i < count; i++) {
      const index = order[i]!;
      other[starts[Math.floor(keys[index]! / scale) & 2047]!++] = index;
    }
    [order, other] = [other, order];
  }
  return order;
}
