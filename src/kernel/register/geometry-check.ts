import type { Geometry, Position } from 'geojson';
import type { Violation } from '../errors.ts';
import { isOnEarth } from '../geo/geometry-range.ts';
import type { GeometryKind } from './declaration.ts';

const single: Partial<Record<GeometryKind, GeometryKind>> = {
  MultiPoint: 'Point',
  MultiLineString: 'LineString',
  MultiPolygon: 'Polygon',
};

const depths: Partial<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

export interface GeometryLimits {
  readonly kind: GeometryKind;
  readonly maxVertices: number;
}

/**
 * Checks the form of a geometry in longitude/latitude: kind, nesting, finite numbers on the earth, closed rings.
 * Whether rings cross is asked of the database, where GEOS is.
 */
export function checkGeometry(value: unknown, limits: GeometryLimits): Violation[] {
  const walk = new Walk();
  walk.geometry(value, '/geometry');
  if (walk.violations.length === 0 && !kindFits(limits.kind, (value as Geometry).type))
    walk.refuse('/geometry/type', 'geometry-kind', { value: (value as Geometry).type, allowed: limits.kind });
  if (walk.vertices > limits.maxVertices)
    walk.refuse('/geometry', 'too-many-vertices', { value: walk.vertices, maximum: limits.maxVertices });
  return walk.violations;
}

function kindFits(declared: GeometryKind, actual: string): boolean {
  return declared === 'Geometry' || declared === actual || single[declared] === actual;
}

const mostViolations = 20;

class Walk {
  readonly violations: Violation[] = [];
  vertices = 0;

  refuse(pointer: string, code: string, params: Violation['params'] = {}): void {
    if (this.violations.length < mostViolations) this.violations.push({ pointer, code, params });
  }

  geometry(value: unknown, pointer: string, depth = 0): void {
    const geometry = value as { type?: unknown; coordinates?: unknown; geometries?: unknown };
    if (typeof value !== 'object' || value === null) return this.refuse(pointer, 'geometry-form');
    if (geometry.type === 'GeometryCollection') {
      if (!Array.isArray(geometry.geometries) || depth > 4) return this.refuse(pointer, 'geometry-form');
      for (const [i, member] of geometry.geometries.entries())
        this.geometry(member, `${pointer}/geometries/${i}`, depth + 1);
      return;
    }
    const type = String(geometry.type);
    const nesting = Object.hasOwn(depths, type) ? depths[type] : undefined;
    if (nesting === undefined) return this.refuse(`${pointer}/type`, 'geometry-type', { value: type });
    this.coordinates(geometry.coordinates, nesting, `${pointer}/coordinates`, type);
  }

  private coordinates(value: unknown, depth: number, pointer: string, type: string): void {
    if (!Array.isArray(value)) return this.refuse(pointer, 'geometry-form');
    if (depth === 0) return this.position(value, pointer);
    if (depth === 1) this.line(value, pointer, type);
    for (const [i, member] of value.entries()) this.coordinates(member, depth - 1, `${pointer}/${i}`, type);
  }

  private line(points: unknown[], pointer: string, type: string): void {
    if (type.endsWith('LineString') && points.length < 2)
      this.refuse(pointer, 'too-few-points', { value: points.length, minimum: 2 });
    if (!type.endsWith('Polygon')) return;
    if (points.length < 4)
      return this.refuse(pointer, 'too-few-points', { value: points.length, minimum: 4 });
    const [first, last] = [points[0] as Position, points.at(-1) as Position];
    if (Array.isArray(first) && Array.isArray(last) && (first[0] !== last[0] || first[1] !== last[1]))
      this.refuse(pointer, 'ring-not-closed', { first: JSON.stringify(first), last: JSON.stringify(last) });
  }

  private position(value: unknown[], pointer: string): void {
    this.vertices++;
    const isFine =
      (value.length === 2 || value.length === 3) &&
      value.every((n) => typeof n === 'number' && Number.isFinite(n));
    if (!isFine)
      return this.refuse(pointer, 'coordinate-not-a-number', { value: JSON.stringify(value).slice(0, 80) });
    const [x, y] = value as [number, number];
    if (isOnEarth(x, y)) return;
    this.refuse(pointer, 'coordinate-out-of-range', { x, y });
  }
}
