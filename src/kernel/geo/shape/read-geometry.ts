import type { Geometry, Position } from 'geojson';
import { type PathBuffer, type ShapeKind, shapeKind } from './path-buffer.ts';

/** Fills a buffer from a GeoJSON geometry. Of a collection the members of the highest dimension are kept. */
export function readGeometry(geometry: Geometry, into: PathBuffer): void {
  into.clear(kindOf(geometry));
  add(geometry, into);
  if (into.kind === shapeKind.point) into.end();
}

function kindOf(geometry: Geometry): ShapeKind {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return shapeKind.point;
    case 'LineString':
    case 'MultiLineString':
      return shapeKind.line;
    case 'Polygon':
    case 'MultiPolygon':
      return shapeKind.polygon;
    case 'GeometryCollection':
      return Math.max(shapeKind.point, ...geometry.geometries.map(kindOf)) as ShapeKind;
  }
}

function add(geometry: Geometry, into: PathBuffer): void {
  if (geometry.type === 'GeometryCollection') {
    for (const member of geometry.geometries) add(member, into);
    return;
  }
  if (kindOf(geometry) !== into.kind) return;
  switch (geometry.type) {
    case 'Point':
      if (geometry.coordinates.length > 1) into.push(geometry.coordinates[0]!, geometry.coordinates[1]!);
      break;
    case 'MultiPoint':
      for (const [x, y] of geometry.coordinates) into.push(x!, y!);
      break;
    case 'LineString':
      addPath(geometry.coordinates, into);
      break;
    case 'MultiLineString':
      for (const line of geometry.coordinates) addPath(line, into);
      break;
    case 'Polygon':
      addRings(geometry.coordinates, into);
      break;
    case 'MultiPolygon':
      for (const rings of geometry.coordinates) addRings(rings, into);
      break;
  }
}

function addPath(positions: readonly Position[], into: PathBuffer): void {
  for (const [x, y] of positions) into.push(x!, y!);
  into.end();
}

function addRings(rings: readonly (readonly Position[])[], into: PathBuffer): void {
  rings.forEach((ring, index) => {
    for (const [x, y] of ring) into.push(x!, y!);
    endRing(into, index === 0);
  });
}

/** Ends a ring, without the position that repeats the first. */
export function endRing(into: PathBuffer, isShell: boolean): void {
  const start = into.start(into.count);
  const last = into.length - 2;
  if (last > start && into.xy[start] === into.xy[last] && into.xy[start + 1] === into.xy[last + 1])
    into.length = last;
  into.end(isShell);
}
