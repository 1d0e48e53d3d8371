import { type PathBuffer, shapeKind } from '../shape/path-buffer.ts';
import { putVarint } from './varint.ts';

/** Drawing commands of vector tiles (MVT 2.1, 4.3). */
const moveTo = 1;
const lineTo = 2;
const closePath = 7;

/** Bytes that the commands of a shape take at most. */
export function mostCommandBytes(shape: PathBuffer): number {
  return shape.length * 5 + shape.count * 12 + 5;
}

/** Sets the commands of a shape in whole units, each as a varint; returns the index after them. */
export function putCommands(shape: PathBuffer, bytes: Uint8Array, at: number): number {
  const { xy, kind } = shape;
  if (kind === shapeKind.point) {
    at = putVarint(bytes, at, moveTo | ((shape.length / 2) << 3));
    return putSteps(xy, 0, shape.length, 0, 0, bytes, at);
  }
  let x = 0;
  let y = 0;
  for (let path = 0; path < shape.count; path++) {
    const start = shape.start(path);
    const end = shape.ends[path]!;
    bytes[at++] = moveTo | (1 << 3);
    at = putSteps(xy, start, start + 2, x, y, bytes, at);
    at = putVarint(bytes, at, lineTo | (((end - start) / 2 - 1) << 3));
    at = putSteps(xy, start + 2, end, xy[start]!, xy[start + 1]!, bytes, at);
    if (kind === shapeKind.polygon) bytes[at++] = closePath | (1 << 3);
    x = xy[end - 2]!;
    y = xy[end - 1]!;
  }
  return at;
}

/** Each position as the step from the one before, zigzag-coded. */
function putSteps(
  xy: Float64Array,
  start: number,
  end: number,
  fromX: number,
  fromY: number,
  bytes: Uint8Array,
  at: number,
): number {
  let x = fromX | 0;
  let y = fromY | 0;
  for (let i = start; i < end; i += 2) {
    const nextX = xy[i]! | 0;
    const nextY = xy[i + 1]! | 0;
    const dx = nextX - x;
    const dy = nextY - y;
    at = putVarint(bytes, at, (dx << 1) ^ (dx >> 31));
    at = putVarint(bytes, at, (dy << 1) ^ (dy >> 31));
    x = nextX;
    y = nextY;
  }
  return at;
}
