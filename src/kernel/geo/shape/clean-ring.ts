// One kind of array throughout: indexes into two kinds cost twice the time.

/** Turns a ring that was rounded to a grid into rings that a renderer can fill: no repeats, no spikes, no pinches. */

/**
 * Drops repeated positions, spikes that go out and back, and positions on a straight line, until none is left. Works on
 * the ring `[x, y, …]` from `start` to `end` in place and returns its new end; less than three positions enclose nothing,
 * and then it is `start`.
 */
export function dropSpikes(xy: Float64Array, start = 0, end = xy.length): number {
  let last = end;
  let i = start;
  let unchanged = 0;
  while (last - start >= 6 && unchanged < last - start) {
    if (i >= last) i = start;
    const before = i === start ? last - 2 : i - 2;
    const after = i + 2 >= last ? start : i + 2;
    const ax = xy[i]! - xy[before]!;
    const ay = xy[i + 1]! - xy[before + 1]!;
    const bx = xy[after]! - xy[i]!;
    const by = xy[after + 1]! - xy[i + 1]!;
    if (ax * by - ay * bx === 0) {
      xy.copyWithin(i, i + 2, last);
      last -= 2;
      unchanged = 0;
      i = Math.max(start, i - 2);
    } else {
      unchanged += 2;
      i += 2;
    }
  }
  return last - start < 6 ? start : last;
}

/** Whether a ring of three positions or more has a corner at each of them, as most have: there is nothing to drop then. */
export function turnsEverywhere(xy: Float64Array, start: number, end: number): boolean {
  if (end - start < 6) return false;
  let x = xy[end - 2]!;
  let y = xy[end - 1]!;
  let ax = x - xy[end - 4]!;
  let ay = y - xy[end - 3]!;
  for (let i = start; i < end; i += 2) {
    const bx = xy[i]! - x;
    const by = xy[i + 1]! - y;
    if (ax * by - ay * bx === 0) return false;
    x = xy[i]!;
    y = xy[i + 1]!;
    ax = bx;
    ay = by;
  }
  return true;
}

/** Twice the area; positive where the ring runs clockwise on a screen, whose y grows downwards (MVT 2.1, 4.3.3.3). */
export function doubleArea(xy: ArrayLike<number>, start = 0, end = xy.length): number {
  let sum = 0;
  let x = xy[end - 2]!;
  let y = xy[end - 1]!;
  for (let i = start; i < end; i += 2) {
    sum += x * xy[i + 1]! - xy[i]! * y;
    x = xy[i]!;
    y = xy[i + 1]!;
  }
  return sum;
}

/** The other way around, in place. */
export function reverseRing(xy: Float64Array, start = 0, end = xy.length): void {
  for (let i = start, j = end - 2; i < j; i += 2, j -= 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    xy[i] = xy[j]!;
    xy[i + 1] = xy[j + 1]!;
    xy[j] = x;
    xy[j + 1] = y;
  }
}

/** Rings that touch no position twice, cut from one that may; the ring itself where nothing has to be cut. */
export function splitPinches(ring: Float64Array): Float64Array[] {
  if (!hasRepeat(ring)) return [ring];
  const rings: Float64Array[] = [];
  const open: number[] = [];
  const placeOf = new Map<string, number>();
  const take = (positions: number[]) => {
    const loop = Float64Array.from(positions);
    const end = dropSpikes(loop);
    if (end > 0) rings.push(loop.subarray(0, end));
  };
  for (let i = 0; i < ring.length; i += 2) {
    const key = `${ring[i]} ${ring[i + 1]}`;
    const place = placeOf.get(key);
    if (place !== undefined) {
      const loop = open.splice(place);
      for (let j = 2; j < loop.length; j += 2) placeOf.delete(`${loop[j]} ${loop[j + 1]}`);
      take(loop);
    }
    placeOf.set(key, open.length);
    open.push(ring[i]!, ring[i + 1]!);
  }
  take(open);
  return rings;
}

/** Whether a ring touches a position twice. */
export function hasRepeat(xy: Float64Array, start = 0, end = xy.length): boolean {
  if (end - start <= 24) {
    for (let i = start; i < end; i += 2)
      for (let j = i + 2; j < end; j += 2) if (xy[i] === xy[j] && xy[i + 1] === xy[j + 1]) return true;
    return false;
  }
  const seen = new Set<number>();
  for (let i = start; i < end; i += 2) seen.add((xy[i]! + 65_536) * 1_048_576 + xy[i + 1]! + 65_536);
  return seen.size * 2 < end - start;
}

/** Whether a position lies inside a ring; on its edge either answer is given. */
export function ringContains(ring: ArrayLike<number>, x: number, y: number): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const yi = ring[i + 1]!;
    const yj = ring[j + 1]!;
    if (yi > y === yj > y) continue;
    if (x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) isInside = !isInside;
  }
  return isInside;
}
