import type { Geometry, Position } from 'geojson';

/** A geometry whose rings end where they began, and how many had to be closed. */
export function closeRings<G extends Geometry>(
  geometry: G,
): { readonly geometry: G; readonly closed: number } {
  let closed = 0;
  const close = (ring: Position[]): Position[] => {
    const first = ring[0];
    const last = ring[ring.length - 1];
    if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
    closed++;
    return [...ring, first];
  };
  const change = (part: Geometry): Geometry => {
    if (part.type === 'Polygon') return { ...part, coordinates: part.coordinates.map(close) };
    if (part.type === 'MultiPolygon')
      return { ...part, coordinates: part.coordinates.map((rings) => rings.map(close)) };
    return part.type === 'GeometryCollection' ? { ...part, geometries: part.geometries.map(change) } : part;
  };
  const result = change(geometry) as G;
  return { geometry: closed === 0 ? geometry : result, closed };
}

/** Planar area in square units of the coordinates; holes count against it. */
export function planarArea(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.reduce((sum, part) => sum + planarArea(part), 0);
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.reduce((sum, [shell, ...holes]) => {
    const outer = shell ? Math.abs(ringArea(shell)) : 0;
    return sum + outer - holes.reduce((inner, hole) => inner + Math.abs(ringArea(hole)), 0);
  }, 0);
}

/** Signed area of a ring, positive counter-clockwise; taken from its first position to keep digits. */
export function ringArea(ring: readonly Position[]): number {
  const [x0, y0] = (ring[0] ?? [0, 0]) as [number, number];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[i + 1] as [number, number];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}
