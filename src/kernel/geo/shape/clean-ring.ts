/** Turns a ring that was rounded to a grid into rings that a renderer can fill: no repeats, no spikes, no pinches. */

/**
 * Drops repeated positions, spikes that go out and back, and positions on a straight line, until none is left. Works on
 * `[x, y, …]` in place and returns the numbers that stay; fewer than six enclose nothing.
 */
export function dropSpikes(ring: number[]): number {
  let size = ring.length;
  let i = 0;
  let unchanged = 0;
  while (size >= 6 && unchanged < size) {
    if (i >= size) i = 0;
    const before = i === 0 ? size - 2 : i - 2;
    const after = i + 2 >= size ? 0 : i + 2;
    const ax = ring[i]! - ring[before]!;
    const ay = ring[i + 1]! - ring[before + 1]!;
    const bx = ring[after]! - ring[i]!;
    const by = ring[after + 1]! - ring[i + 1]!;
    if (ax * by - ay * bx === 0) {
      ring.copyWithin(i, i + 2, size);
      size -= 2;
      unchanged = 0;
      i = Math.max(0, i - 2);
    } else {
      unchanged += 2;
      i += 2;
    }
  }
  ring.length = size < 6 ? 0 : size;
  return ring.length;
}

/** Twice the area; positive where the ring runs clockwise on a screen, whose y grows downwards (MVT 2.1, 4.3.3.3). */
export function doubleArea(ring: readonly number[]): number {
  let sum = 0;
  let x = ring[ring.length - 2]!;
  let y = ring[ring.length - 1]!;
  for (let i = 0; i < ring.length; i += 2) {
    sum += x * ring[i + 1]! - ring[i]! * y;
    x = ring[i]!;
    y = ring[i + 1]!;
  }
  return sum;
}

/** The other way around, in place. */
export function reverseRing(ring: number[]): void {
  for (let i = 0, j = ring.length - 2; i < j; i += 2, j -= 2) {
    [ring[i], ring[j]] = [ring[j]!, ring[i]!];
    [ring[i + 1], ring[j + 1]] = [ring[j + 1]!, ring[i + 1]!];
  }
}

/** Rings that touch no position twice, cut from one that may; the ring itself where nothing has to be cut. */
export function splitPinches(ring: number[]): number[][] {
  if (!hasRepeat(ring)) return [ring];
  const rings: number[][] = [];
  const open: number[] = [];
  const placeOf = new Map<string, number>();
  for (let i = 0; i < ring.length; i += 2) {
    const key = `${ring[i]} ${ring[i + 1]}`;
    const place = placeOf.get(key);
    if (place !== undefined) {
      const loop = open.splice(place);
      for (let j = 2; j < loop.length; j += 2) placeOf.delete(`${loop[j]} ${loop[j + 1]}`);
      if (dropSpikes(loop) > 0) rings.push(loop);
    }
    placeOf.set(key, open.length);
    open.push(ring[i]!, ring[i + 1]!);
  }
  if (dropSpikes(open) > 0) rings.push(open);
  return rings;
}

function hasRepeat(ring: readonly number[]): boolean {
  if (ring.length <= 24) {
    for (let i = 0; i < ring.length; i += 2)
      for (let j = i + 2; j < ring.length; j += 2)
        if (ring[i] === ring[j] && ring[i + 1] === ring[j + 1]) return true;
    return false;
  }
  const seen = new Set<number>();
  for (let i = 0; i < ring.length; i += 2) seen.add((ring[i]! + 65_536) * 1_048_576 + ring[i + 1]! + 65_536);
  return seen.size * 2 < ring.length;
}

/** Whether a position lies inside a ring; on its edge either answer is given. */
export function ringContains(ring: readonly number[], x: number, y: number): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const yi = ring[i + 1]!;
    const yj = ring[j + 1]!;
    if (yi > y === yj > y) continue;
    if (x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) isInside = !isInside;
  }
  return isInside;
}
