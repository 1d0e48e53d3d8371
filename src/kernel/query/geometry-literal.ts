import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import type { Violation } from './filter-error.ts';
import type { BboxLiteral } from './tree.ts';

/** Largest magnitude of a coordinate in a filter; no CRS of the Earth needs more. */
const farthest = 1e9;

/** Number of positions of a geometry. */
export function positionsOf(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.reduce((sum, member) => sum + positionsOf(member), 0);
  return countPositions(geometry.coordinates);
}

function countPositions(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  if (typeof coordinates[0] === 'number') return 1;
  return coordinates.reduce((sum: number, part) => sum + countPositions(part), 0);
}

/** Dimensions of the members: 0 for points, 1 for lines, 2 for areas. */
export function dimensionsOf(geometry: Geometry): Set<number> {
  if (geometry.type === 'GeometryCollection')
    return new Set(geometry.geometries.flatMap((member) => [...dimensionsOf(member)]));
  return new Set([geometry.type.endsWith('Point') ? 0 : geometry.type.endsWith('LineString') ? 1 : 2]);
}

/** What the database could not take: open rings, lines of one point, numbers off the Earth. */
export function checkGeometry(geometry: Geometry, pointer: string): Violation[] {
  switch (geometry.type) {
    case 'Point':
      return checkPositions([geometry.coordinates], pointer);
    case 'MultiPoint':
      return checkPositions(geometry.coordinates, pointer);
    case 'LineString':
      return checkLine(geometry.coordinates, pointer);
    case 'MultiLineString':
      return geometry.coordinates.flatMap((line) => checkLine(line, pointer));
    case 'Polygon':
      return geometry.coordinates.flatMap((ring) => checkRing(ring, pointer));
    case 'MultiPolygon':
      return geometry.coordinates.flat().flatMap((ring) => checkRing(ring, pointer));
    case 'GeometryCollection':
      return geometry.geometries.flatMap((member) => checkGeometry(member, pointer));
  }
}

function checkPositions(positions: readonly Position[], pointer: string): Violation[] {
  const bad = positions.flat().find((value) => !(Math.abs(value) <= farthest));
  if (bad === undefined) return [];
  return [{ pointer, code: 'cql2-coordinate-range', params: { value: String(bad), maximum: farthest } }];
}

function checkLine(line: readonly Position[], pointer: string): Violation[] {
  if (line.length < 2)
    return [{ pointer, code: 'cql2-too-few-positions', params: { minimum: 2, found: line.length } }];
  return checkPositions(line, pointer);
}

function checkRing(ring: readonly Position[], pointer: string): Violation[] {
  if (ring.length < 4)
    return [{ pointer, code: 'cql2-too-few-positions', params: { minimum: 4, found: ring.length } }];
  const first = ring[0]!;
  const last = ring.at(-1)!;
  if (first[0] !== last[0] || first[1] !== last[1])
    return [{ pointer, code: 'cql2-ring-open', params: { first: first.join(' '), last: last.join(' ') } }];
  return checkPositions(ring, pointer);
}

/** Like `checkGeometry` for a box: south may not lie north of north. */
export function checkBbox(literal: BboxLiteral, pointer: string): Violation[] {
  const [, south, , north] = flatBbox(literal);
  if (south > north) return [{ pointer, code: 'cql2-bbox-order', params: { south, north } }];
  return checkPositions([[...literal.bbox]], pointer);
}

/** West, south, east, north of a box of four or six numbers. */
export function flatBbox({ bbox }: BboxLiteral): [number, number, number, number] {
  const [a, b, c, d, e] = bbox as [number, number, number, number, number];
  return bbox.length === 6 ? [a, b, d, e] : [a, b, c, d];
}

/** The area of a box; one that crosses the antimeridian is split in two, one without width is a line or a point. */
export function bboxGeometry(literal: BboxLiteral): Geometry {
  const [west, south, east, north] = flatBbox(literal);
  if (west <= east) return rectangle(west, south, east, north);
  const halves = [
    [west, 180],
    [-180, east],
  ] as const;
  const areas = halves
    .filter(([from, to]) => from < to)
    .map(([from, to]) => rectangle(from, south, to, north));
  if (areas.length === 0) return rectangle(180, south, 180, north);
  if (areas.length === 1) return areas[0]!;
  if (areas[0]!.type === 'Polygon')
    return {
      type: 'MultiPolygon',
      coordinates: (areas as Polygon[]).map((area) => area.coordinates),
    } satisfies MultiPolygon;
  return {
    type: 'MultiLineString',
    coordinates: halves.map(([from, to]) => [
      [from, south],
      [to, south],
    ]),
  };
}

function rectangle(west: number, south: number, east: number, north: number): Geometry {
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] };
  if (west === east || south === north)
    return {
      type: 'LineString',
      coordinates: [
        [west, south],
        [east, north],
      ],
    };
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
