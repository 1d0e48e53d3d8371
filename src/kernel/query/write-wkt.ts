import type { Geometry, Position } from 'geojson';

/** WKT of a GeoJSON geometry, in two or three dimensions (OGC 06-103r4, clause 7). */
export function writeWkt(geometry: Geometry): string {
  const name = geometry.type.toUpperCase();
  if (geometry.type === 'GeometryCollection')
    return `${name}(${geometry.geometries.map((member) => writeWkt(member)).join(',')})`;
  return `${name}${hasZ(geometry.coordinates) ? ' Z ' : ''}${coordinatesText(geometry)}`;
}

function hasZ(coordinates: unknown): boolean {
  let level: unknown = coordinates;
  while (Array.isArray(level) && Array.isArray(level[0])) level = level[0];
  return Array.isArray(level) && level.length > 2;
}

function coordinatesText(geometry: Exclude<Geometry, { type: 'GeometryCollection' }>): string {
  switch (geometry.type) {
    case 'Point':
      return `(${position(geometry.coordinates)})`;
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiPoint':
      return `(${geometry.coordinates.map((each) => `(${position(each)})`).join(',')})`;
    case 'Polygon':
    case 'MultiLineString':
      return lines(geometry.coordinates);
    case 'MultiPolygon':
      return `(${geometry.coordinates.map(lines).join(',')})`;
  }
}

function position(at: Position): string {
  return at.join(' ');
}

function line(positions: readonly Position[]): string {
  return `(${positions.map(position).join(',')})`;
}

function lines(parts: readonly (readonly Position[])[]): string {
  return `(${parts.map(line).join(',')})`;
}
