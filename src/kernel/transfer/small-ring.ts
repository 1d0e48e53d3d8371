/** Most edges for which every pair is compared here; larger rings are sorted first, elsewhere. */
const mostEdges = 24;

/** Most positions of a ring that `isSurelySimple` looks at. */
export const mostRingPositions = mostEdges + 1;

/**
 * Whether a small ring, given as x and y by turns, is certainly closed and simple: a polygon of that one ring is then
 * valid. False means "not sure". It makes no objects, because most records of a cadastre are such rings.
 * @param count positions, the last of which repeats the first
 */
export function isSurelySimple(xy: Float64Array, count: number): boolean {
  const edges = count - 1;
  if (edges < 3 || edges > mostEdges) return false;
  if (xy[0] !== xy[2 * edges] || xy[1] !== xy[2 * edges + 1]) return false;
  for (let i = 0; i < edges; i++) {
    const ax = xy[2 * i]!;
    const ay = xy[2 * i + 1]!;
    const bx = xy[2 * i + 2]!;
    const by = xy[2 * i + 3]!;
    // The corner after this edge must be one: no edge without length, none that turns back on itself.
    const c = i + 2 > edges ? 2 : 2 * i + 4;
    if (side(ax, ay, bx, by, xy[c]!, xy[c + 1]!) === 0) return false;
    for (let j = i + 2; j < edges; j++) {
      if (i === 0 && j === edges - 1) continue;
      const d = 2 * j;
      if (!areApart(ax, ay, bx, by, xy[d]!, xy[d + 1]!, xy[d + 2]!, xy[d + 3]!)) return false;
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
