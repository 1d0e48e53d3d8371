import type { PathBuffer } from './path-buffer.ts';

/** Cuts a ring at a box, side after side (Sutherland and Hodgman 1974); edges along the box join what it cut apart. */

let from = new Float64Array(1024);
let to = new Float64Array(1024);

/** Appends what lies within the box to the buffer as one ring that is not closed; nothing where none does. */
export function clipRing(
  xy: Float64Array,
  start: number,
  end: number,
  box: readonly [number, number, number, number],
  into: PathBuffer,
  isShell: boolean,
): void {
  let size = end - start;
  reserve(size);
  from.set(xy.subarray(start, end));
  for (let side = 0; side < 4; side++) {
    size = clipSide(size, side & 1, box[side]!, side < 2);
    if (size < 6) return;
    [from, to] = [to, from];
  }
  into.reserve(size);
  into.xy.set(from.subarray(0, size), into.length);
  into.length += size;
  into.end(isShell);
}

/** From `from` to `to`: what lies on one side of a line; `axis` 0 is x. Returns the numbers written. */
function clipSide(size: number, axis: 0 | 1 | number, limit: number, keepGreater: boolean): number {
  reserve(size * 2);
  const other = 1 - axis;
  let written = 0;
  let previous = from[size - 2 + axis]!;
  let previousOther = from[size - 2 + other]!;
  let wasInside = keepGreater ? previous >= limit : previous <= limit;
  for (let i = 0; i < size; i += 2) {
    const value = from[i + axis]!;
    const valueOther = from[i + other]!;
    const isInside = keepGreater ? value >= limit : value <= limit;
    if (isInside !== wasInside) {
      const t = (limit - previous) / (value - previous);
      to[written + axis] = limit;
      to[written + other] = previousOther + t * (valueOther - previousOther);
      written += 2;
    }
    if (isInside) {
      to[written + axis] = value;
      to[written + other] = valueOther;
      written += 2;
    }
    previous = value;
    previousOther = valueOther;
    wasInside = isInside;
  }
  return written;
}

function reserve(size: number): void {
  if (from.length < size) {
    const grown = new Float64Array(size * 2);
    grown.set(from);
    from = grown;
  }
  if (to.length < size) to = new Float64Array(size * 2);
}
