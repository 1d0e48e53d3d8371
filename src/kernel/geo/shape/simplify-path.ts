/** Drops positions that lie closer than a tolerance to the line between their neighbours (Douglas and Peucker 1973). */

let keep = new Uint8Array(1024);
let stack = new Uint32Array(256);

/**
 * Moves the positions that stay to the front of the stretch `start` ≤ index < `end` and returns its new end. The first
 * and the last stay; of a ring (its first position not repeated) also the one farthest from the first, so that it keeps
 * its spread.
 */
export function simplifyPath(
  xy: Float64Array,
  start: number,
  end: number,
  tolerance: number,
  isRing: boolean,
): number {
  const count = (end - start) / 2;
  if (count <= (isRing ? 4 : 2)) return end;
  if (keep.length < count) keep = new Uint8Array(count * 2);
  for (let i = 0; i < count; i++) keep[i] = 0;
  keep[0] = 1;
  keep[count - 1] = 1;
  if (isRing) {
    const far = farthest(xy, start, count);
    keep[far] = 1;
    mark(xy, start, 0, far, tolerance);
    mark(xy, start, far, count - 1, tolerance);
  } else {
    mark(xy, start, 0, count - 1, tolerance);
  }
  let to = start;
  for (let i = 0; i < count; i++) {
    if (keep[i] === 0) continue;
    xy[to] = xy[start + i * 2]!;
    xy[to + 1] = xy[start + i * 2 + 1]!;
    to += 2;
  }
  return to;
}

function farthest(xy: Float64Array, start: number, count: number): number {
  let far = 1;
  let greatest = -1;
  for (let i = 1; i < count; i++) {
    const dx = xy[start + i * 2]! - xy[start]!;
    const dy = xy[start + i * 2 + 1]! - xy[start + 1]!;
    if (dx * dx + dy * dy > greatest) {
      greatest = dx * dx + dy * dy;
      far = i;
    }
  }
  return far;
}

function mark(xy: Float64Array, start: number, first: number, last: number, tolerance: number): void {
  if (last - first < 2) return;
  let depth = 0;
  stack[depth++] = first;
  stack[depth++] = last;
  while (depth > 0) {
    const to = stack[--depth]!;
    const from = stack[--depth]!;
    const ax = xy[start + from * 2]!;
    const ay = xy[start + from * 2 + 1]!;
    const dx = xy[start + to * 2]! - ax;
    const dy = xy[start + to * 2 + 1]! - ay;
    const length = dx * dx + dy * dy;
    let greatest = tolerance * tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const px = xy[start + i * 2]! - ax;
      const py = xy[start + i * 2 + 1]! - ay;
      const t = length === 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / length, 0), 1);
      const ex = px - t * dx;
      const ey = py - t * dy;
      const distance = ex * ex + ey * ey;
      if (distance > greatest) {
        greatest = distance;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    if (depth + 4 > stack.length) {
      const grown = new Uint32Array(stack.length * 2);
      grown.set(stack);
      stack = grown;
    }
    if (at - from > 1) {
      stack[depth++] = from;
      stack[depth++] = at;
    }
    if (to - at > 1) {
      stack[depth++] = at;
      stack[depth++] = to;
    }
  }
}
