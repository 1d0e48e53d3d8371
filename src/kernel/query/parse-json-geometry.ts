import type { Geometry } from 'geojson';
import type { Violation } from './filter-error.ts';

/** How many arrays stand around the numbers of a position. */
const nesting: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

/** Reads a GeoJSON geometry (RFC 7946, clause 3.1), keeping nothing but its type and coordinates. */
export function parseJsonGeometry(
  value: Readonly<Record<string, unknown>>,
  pointer: string,
  violations: Violation[],
  depth = 1,
): Geometry | undefined {
  const type = String(value.type);
  if (type === 'GeometryCollection' && Array.isArray(value.geometries) && depth < 64) {
    const members = value.geometries.map((member, index) => {
      const at = `${pointer}/geometries/${index}`;
      if (typeof member === 'object' && member !== null)
        return parseJsonGeometry(member, at, violations, depth + 1);
      violations.push({ pointer: at, code: 'cql2-not-geojson' });
      return undefined;
    });
    return members.includes(undefined) ? undefined : { type, geometries: members as Geometry[] };
  }
  const levels = nesting[type];
  if (levels !== undefined && isNested(value.coordinates, levels))
    return { type, coordinates: copy(value.coordinates) } as Geometry;
  violations.push({ pointer, code: 'cql2-not-geojson' });
  return undefined;
}

function isNested(value: unknown, levels: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (levels > 1) return value.every((part) => isNested(part, levels - 1));
  return (value.length === 2 || value.length === 3) && value.every(Number.isFinite);
}

function copy(value: unknown): unknown {
  return Array.isArray(value) ? value.map(copy) : (value as number) + 0;
}
