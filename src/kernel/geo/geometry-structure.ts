import type { Geometry } from 'geojson';

/** What keeps a value from being a GeoJSON geometry, found in one pass, because every record of every file goes through it. */
export interface StructureFault {
  readonly code:
    | 'coordinate-not-a-number'
    | 'geometry-malformed'
    | 'geometry-type-unknown'
    | 'ring-not-closed'
    | 'too-few-points';
  /** True where the shape is there and only has to be completed. */
  readonly isRepairable: boolean;
  readonly params: Readonly<Record<string, string | number>>;
}

const depths = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  Polygon: 2,
  MultiLineString: 2,
  MultiPolygon: 3,
} as const;

const isShallow = (value: unknown): value is unknown[] => Array.isArray(value);

/**
 * First fault of the value, or undefined where it is a geometry: known type, right nesting, finite numbers, lines of two
 * and rings of four positions, rings closed. Empty coordinates are allowed (RFC 7946, 3.1).
 */
export function structureFault(value: unknown): StructureFault | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return malformed('object', value);
  const { type, coordinates, geometries } = value as {
    type?: unknown;
    coordinates?: unknown;
    geometries?: unknown;
  };
  if (type === 'GeometryCollection') {
    if (!isShallow(geometries)) return malformed('geometries', geometries);
    for (const member of geometries) {
      const fault = structureFault(member);
      if (fault) return fault;
    }
    return undefined;
  }
  const depth = typeof type === 'string' ? depths[type as keyof typeof depths] : undefined;
  if (depth === undefined) {
    return { code: 'geometry-type-unknown', isRepairable: false, params: { value: shown(type) } };
  }
  if (!isShallow(coordinates)) return malformed('coordinates', coordinates);
  if (depth === 0) return coordinates.length === 0 ? undefined : positionFault(coordinates, 0);
  const isArea = type === 'Polygon' || type === 'MultiPolygon';
  return levelFault(coordinates, depth, isArea, type === 'MultiPoint' ? 1 : 2);
}

function levelFault(
  level: unknown[],
  depth: number,
  isArea: boolean,
  least: number,
): StructureFault | undefined {
  if (depth === 1) return lineFault(level, isArea, least);
  for (const part of level) {
    if (!isShallow(part)) return malformed(depth === 2 ? 'positions' : 'rings', part);
    const fault = levelFault(part, depth - 1, isArea, least);
    if (fault) return fault;
  }
  return undefined;
}

function lineFault(line: unknown[], isRing: boolean, least: number): StructureFault | undefined {
  const count = line.length;
  for (let i = 0; i < count; i++) {
    const fault = positionFault(line[i], i);
    if (fault) return fault;
  }
  if (count === 0) return undefined;
  if (!isRing) return count < least ? tooFew(count, least) : undefined;
  const first = line[0] as number[];
  const last = line[count - 1] as number[];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    if (count < 3) return tooFew(count, 4);
    return {
      code: 'ring-not-closed',
      isRepairable: true,
      params: { first: `${first[0]}, ${first[1]}`, last: `${last[0]}, ${last[1]}` },
    };
  }
  return count < 4 ? tooFew(count, 4) : undefined;
}

function positionFault(position: unknown, at: number): StructureFault | undefined {
  if (!isShallow(position)) return malformed('position', position);
  const count = position.length;
  if (count < 2) return malformed('position', position);
  const checked = Math.min(count, 3);
  for (let i = 0; i < checked; i++) {
    if (!Number.isFinite(position[i])) {
      if (isShallow(position[i])) return malformed('position', position);
      return {
        code: 'coordinate-not-a-number',
        isRepairable: false,
        params: { value: shown(position[i]), position: at + 1 },
      };
    }
  }
  return undefined;
}

function tooFew(count: number, needed: number): StructureFault {
  return { code: 'too-few-points', isRepairable: false, params: { count, needed } };
}

function malformed(expected: string, found: unknown): StructureFault {
  return { code: 'geometry-malformed', isRepairable: false, params: { expected, value: shown(found) } };
}

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Whether a geometry holds no position at all. */
export function isEmptyGeometry(geometry: Geometry): boolean {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.every(isEmptyGeometry);
  let level: unknown = geometry.coordinates;
  while (isShallow(level)) {
    if (typeof level[0] === 'number') return false;
    const next: unknown = level.find((part) => isShallow(part) && part.length > 0);
    if (next === undefined) return true;
    level = next;
  }
  return true;
}
