import { firstState, hilbertStep } from './hilbert-curve.ts';

/** Places in the order of a space-filling curve, so that what is near on the map is near in a file. */

/** Cells on a side of the grid that positions are put into: a curve of order 16. */
const side = 1 << 16;
const start = firstState(16);
const greatestKey = 2 ** 32 - 1;

/** Distance along a Hilbert curve of order 16 of the cell (x, y), both from 0 to 65,535; a 32-bit unsigned integer. */
export function hilbertDistance(x: number, y: number): number {
  let step = hilbertStep(start, x, y, 12);
  let distance = step & 255;
  step = hilbertStep(step >>> 8, x, y, 8);
  distance = (distance << 8) | (step & 255);
  step = hilbertStep(step >>> 8, x, y, 4);
  distance = (distance << 8) | (step & 255);
  step = hilbertStep(step >>> 8, x, y, 0);
  return ((distance << 8) | (step & 255)) >>> 0;
}

/** Boxes one after another, west, south, east, north of each; they come in parts, as often as they are asked for. */
export interface BoxParts {
  readonly count: number;
  parts(): Iterable<Float32Array | Float64Array>;
}

/** Indexes of boxes in Hilbert order of their centres; boxes that are not finite come last. */
export function hilbertOrder(boxes: Float32Array | Float64Array | BoxParts): Uint32Array {
  if (!('parts' in boxes)) return hilbertOrder({ count: boxes.length / 4, parts: () => [boxes] });
  const { west, south, east, north, placed } = extentOf(boxes);
  const perX = (side - 1) / (east - west || 1);
  const perY = (side - 1) / (north - south || 1);
  const order = new Uint32Array(boxes.count);
  // What has no place stands behind the rest already, and equal keys keep their order.
  const keys = new Uint32Array(boxes.count).fill(greatestKey, placed);
  let i = 0;
  let to = 0;
  let last = placed;
  for (const part of boxes.parts())
    for (let at = 0; at < part.length; at += 4, i++) {
      if (!(part[at]! <= part[at + 2]!)) {
        order[last++] = i;
        continue;
      }
      const x = Math.floor(((part[at]! + part[at + 2]!) / 2 - west) * perX);
      const y = Math.floor(((part[at + 1]! + part[at + 3]!) / 2 - south) * perY);
      order[to] = i;
      keys[to++] = hilbertDistance(x, y);
    }
  return sortByKeys(order, keys);
}

function extentOf(boxes: BoxParts) {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  let placed = 0;
  for (const part of boxes.parts())
    for (let at = 0; at < part.length; at += 4) {
      if (!(part[at]! <= part[at + 2]!)) continue;
      placed++;
      if (part[at]! < west) west = part[at]!;
      if (part[at + 1]! < south) south = part[at + 1]!;
      if (part[at + 2]! > east) east = part[at + 2]!;
      if (part[at + 3]! > north) north = part[at + 3]!;
    }
  return { west, south, east, north, placed };
}

/** Indexes of keys from the least to the greatest; equal keys keep their order. */
export function sortedIndexes(keys: Uint32Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return sortByKeys(order, Uint32Array.from(keys));
}

/** Radix sort by 11 bits, three times; keys travel with what they belong to, and both arrays are used up. */
function sortByKeys(order: Uint32Array<ArrayBuffer>, keys: Uint32Array<ArrayBuffer>): Uint32Array {
  let otherOrder = new Uint32Array(order.length);
  let otherKeys = new Uint32Array(order.length);
  const starts = new Uint32Array(2049);
  for (let shift = 0; shift < 32; shift += 11) {
    starts.fill(0);
    for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & 2047) + 1]!++;
    for (let digit = 1; digit < 2049; digit++) starts[digit]! += starts[digit - 1]!;
    for (let i = 0; i < keys.length; i++) {
      const to = starts[(keys[i]! >>> shift) & 2047]!++;
      otherOrder[to] = order[i]!;
      otherKeys[to] = keys[i]!;
    }
    [order, otherOrder] = [otherOrder, order];
    [keys, otherKeys] = [otherKeys, keys];
  }
  return order;
}
