import type { Geometry, Position } from 'geojson';

/** Walking the positions of any geometry, so that no caller has to know how deep they nest. */
export function mapPositions<G extends Geometry>(geometry: G, change: (position: Position) => Position): G {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: change(geometry.coordinates) };
    case 'LineString':
    case 'MultiPoint':
      return { ...geometry, coordinates: geometry.coordinates.map(change) };
    case 'Polygon':
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(change)) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(change))),
      };
    default:
      return { ...geometry, geometries: geometry.geometries.map((member) => mapPositions(member, change)) };
  }
}

/** Calls `visit` for each position in file order. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const member of geometry.geometries) eachPosition(member, visit);
  } else {
    eachIn(geometry.coordinates, visit);
  }
}

type Nested = Position | Position[] | Position[][] | Position[][][];

function eachIn(level: Nested, visit: (position: Position) => void): void {
  if (level.length === 0) return;
  if (typeof level[0] === 'number') visit(level as Position);
  else for (const part of level as Nested[]) eachIn(part, visit);
}

/** Number of positions, closing ones included. */
export function countPositions(geometry: Geometry): number {
  let count = 0;
  eachPosition(geometry, () => count++);
  return count;
}

/** Whether the first position of the geometry has a height. */
export function hasHeights(geometry: Geometry): boolean {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.some(hasHeights);
  let level: unknown = geometry.coordinates;
  while (Array.isArray(level) && Array.isArray(level[0]))
    level = level.find((part) => Array.isArray(part) && part.length > 0);
  return Array.isArray(level) && level.length > 2;
}
