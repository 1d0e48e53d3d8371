import type { Position } from 'geojson';

/** Signed area of a closed ring in the units of its coordinates; positive when it runs anticlockwise. */
export function signedArea(ring: readonly Position[]): number {
  const [x0, y0] = [ring[0]![0]!, ring[0]![1]!];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    twice += (a[0]! - x0) * (b[1]! - y0) - (b[0]! - x0) * (a[1]! - y0);
  }
  return twice / 2;
}

/** Whether a position lies inside a closed ring; positions on the ring may go either way. */
export function within([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    if (a[1]! > y! === b[1]! > y!) continue;
    if (x! < a[0]! + ((y! - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!)) inside = !inside;
  }
  return inside;
}

/**
 * Whether the interiors of two simple polygons meet: two edges cross in their middles, or a vertex or the middle of an
 * edge of one, drawn a hair inwards, lies in the other. Rings that only touch along shared edges do not overlap.
 */
export function overlaps(a: readonly Position[], b: readonly Position[]): boolean {
  return (
    crosses(a, b) ||
    probes(a).some((point) => within(point, b)) ||
    probes(b).some((point) => within(point, a))
  );
}

function crosses(a: readonly Position[], b: readonly Position[]): boolean {
  for (let i = 0; i + 1 < a.length; i++)
    for (let j = 0; j + 1 < b.length; j++) {
      const [p, q, r, s] = [a[i]!, a[i + 1]!, b[j]!, b[j + 1]!];
      if (turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0) return true;
    }
  return false;
}

/** Points just inside a ring: beside the middle of each edge, on its left. */
function probes(ring: readonly Position[]): Position[] {
  const inward = Math.sign(signedArea(ring)) * 1e-6;
  return ring.slice(0, -1).map((a, i) => {
    const b = ring[i + 1]!;
    const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
    return [(a[0]! + b[0]!) / 2 - dy * inward, (a[1]! + b[1]!) / 2 + dx * inward];
  });
}

function turn(a: Position, b: Position, c: Position): number {
  const area = (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);
  return Math.abs(area) < 1e-16 ? 0 : area;
}
