import type { Position } from 'geojson';

/** Most edges for which every pair is compared here; larger rings are sorted first, elsewhere. */
const mostEdges = 24;

/**
 * Whether a small ring is certainly closed and simple: a polygon of that one ring is then valid. False means "not sure".
 * It makes no objects, because most records of a cadastre are such rings.
 */
export function isSurelySimple(ring: readonly Position[]): boolean {
  const count = ring.length - 1;
  if (count < 3 || count > mostEdges) return false;
  const first = ring[0]!;
  const last = ring[count]!;
  if (first[0] !== last[0] || first[1] !== last[1]) return false;
  for (let i = 0; i < count; i++) {
    const a = ring[i]!;
    const b = ring[i + 1]!;
    const ax = a[0]!;
    const ay = a[1]!;
    const bx = b[0]!;
    const by = b[1]!;
    // The corner after this edge must be one: no edge without length, none that turns back on itself.
    const c = i + 2 > count ? ring[1]! : ring[i + 2]!;
    if (side(ax, ay, bx, by, c[0]!, c[1]!) === 0) return false;
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue;
      const d = ring[j]!;
      const e = ring[j + 1]!;
      if (!areApart(ax, ay, bx, by, d[0]!, d[1]!, e[0]!, e[1]!)) return false;
    }
  }
  return true;
}

/** Side of the line a→b on which c lies; 0 where rounding could decide otherwise (bound of Shewchuk's filter). */
function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const det = left - right;
  const bound = 4e-16 * (Math.abs(left) + Math.abs(right));
  return det > bound ? 1 : det < -bound ? -1 : 0;
}

function areApart(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return true;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return true;
  if (side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) > 0) return true;
  return side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) > 0;
}
