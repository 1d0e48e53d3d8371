import type { Geometry, Position } from 'geojson';

interface Coordinate {
  readonly x: number;
  readonly y: number;
  readonly z?: number;
}

const kinds: Readonly<Record<string, Geometry['type']>> = {
  point: 'Point',
  linestring: 'LineString',
  polygon: 'Polygon',
  multipoint: 'MultiPoint',
  multilinestring: 'MultiLineString',
  multipolygon: 'MultiPolygon',
};

/** Geometry of GeoParquet's encodings that are no WKB: nested lists of `{x, y}`. Undefined for an unknown encoding. */
export function nativeGeometry(encoding: string, value: unknown): Geometry | undefined {
  const type = kinds[encoding.toLowerCase().replace('geoarrow.', '')];
  return type === undefined ? undefined : ({ type, coordinates: nested(value) } as Geometry);
}

function nested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nested);
  const { x, y, z } = value as Coordinate;
  const position: Position = z === undefined || z === null ? [x, y] : [x, y, z];
  return position;
}
