import type { PathBuffer } from './path-buffer.ts';

/** Cuts an open path at a box, piece after piece (Liang and Barsky 1984). */
export function clipPath(
  xy: Float64Array,
  start: number,
  end: number,
  box: readonly [number, number, number, number],
  into: PathBuffer,
): void {
  const [west, south, east, north] = box;
  const sidesBeyond = (x: number, y: number) =>
    (x < west ? 1 : x > east ? 2 : 0) | (y < south ? 4 : y > north ? 8 : 0);
  let isOpen = false;
  let here = sidesBeyond(xy[start]!, xy[start + 1]!);
  for (let i = start; i + 3 < end; i += 2) {
    const there = sidesBeyond(xy[i + 2]!, xy[i + 3]!);
    const between = here | there;
    const isBeside = (here & there) !== 0;
    here = there;
    // Most segments lie wholly within the box or wholly on one side of it.
    if (between === 0) {
      if (!isOpen) into.push(xy[i]!, xy[i + 1]!);
      into.push(xy[i + 2]!, xy[i + 3]!);
      isOpen = true;
      continue;
    }
    const x = xy[i]!;
    const y = xy[i + 1]!;
    const dx = xy[i + 2]! - x;
    const dy = xy[i + 3]! - y;
    const t = isBeside ? undefined : enterAndLeave(x, y, dx, dy, west, south, east, north);
    if (!t) {
      if (isOpen) into.end();
      isOpen = false;
      continue;
    }
    const [enter, leave] = t;
    if (!isOpen || enter > 0) {
      if (isOpen) into.end();
      into.push(x + enter * dx, y + enter * dy);
    }
    if (leave === 1) into.push(xy[i + 2]!, xy[i + 3]!);
    else into.push(x + leave * dx, y + leave * dy);
    isOpen = leave === 1;
    if (!isOpen) into.end();
  }
  if (isOpen) into.end();
}

const span: [number, number] = [0, 1];

/** Shares of the segment at which it enters and leaves the box; one array for all calls. */
function enterAndLeave(
  x: number,
  y: number,
  dx: number,
  dy: number,
  west: number,
  south: number,
  east: number,
  north: number,
): [number, number] | undefined {
  span[0] = 0;
  span[1] = 1;
  return narrow(-dx, x - west) && narrow(dx, east - x) && narrow(-dy, y - south) && narrow(dy, north - y)
    ? span
    : undefined;
}

function narrow(direction: number, distance: number): boolean {
  if (direction === 0) return distance >= 0;
  const t = distance / direction;
  if (direction < 0) {
    if (t > span[1]) return false;
    if (t > span[0]) span[0] = t;
  } else {
    if (t < span[0]) return false;
    if (t < span[1]) span[1] = t;
  }
  return true;
}
