import type { Geometry, Position } from 'geojson';
import { closeRings, planarArea } from '../geo/geometry-closing.ts';
import { countPositions, mapPositions } from '../geo/geometry-positions.ts';
import { isEmptyGeometry } from '../geo/geometry-structure.ts';
import { isSurelyValid } from '../geo/geometry-validity.ts';
import { loadGeos } from './geos.ts';

/** One thing that was changed; each has a sentence under `repair.<code>`. */
export interface RepairChange {
  readonly code: 'ring-closed' | 'self-intersection-split' | 'duplicate-points-removed' | 'made-valid';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Repair {
  /** Null where nothing was left: the geometry had collapsed. */
  readonly geometry: Geometry | null;
  readonly changes: readonly RepairChange[];
  /** In square units of the coordinates. */
  readonly areaBefore: number;
  readonly areaAfter: number;
}

/** Makes a geometry valid and says what that changed: rings closed, repeated positions removed, crossings split (GEOS). */
export async function repairGeometry(geometry: Geometry): Promise<Repair> {
  const changes: RepairChange[] = [];
  const areaBefore = planarArea(geometry);
  const { geometry: closedGeometry, closed } = closeRings(geometry);
  if (closed > 0) changes.push({ code: 'ring-closed', params: { count: closed } });
  let current: Geometry = closedGeometry;
  if (!isSurelyValid(current)) {
    const distinct = withoutRepeats(current);
    const removed = countPositions(current) - countPositions(distinct);
    const geos = await loadGeos();
    const reason = reasonOf(() => geos.invalidReason(distinct));
    if (reason !== undefined) {
      current = flat(geos.makeValid(distinct));
      const [what = reason] = reason.split('[');
      const code = /intersection/i.test(what) ? 'self-intersection-split' : 'made-valid';
      changes.push({ code, params: { reason: what.trim(), from: geometry.type, to: current.type } });
    } else if (removed > 0 && reasonOf(() => geos.invalidReason(current)) !== undefined) {
      current = distinct;
      changes.push({ code: 'duplicate-points-removed', params: { count: removed } });
    }
  }
  const result = isEmptyGeometry(current) ? null : current;
  return { geometry: result, changes, areaBefore, areaAfter: result ? planarArea(result) : 0 };
}

function reasonOf(ask: () => string | undefined): string | undefined {
  try {
    return ask();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Positions that repeat the one before them are left out; a point stays. */
function withoutRepeats(geometry: Geometry): Geometry {
  const distinct = (line: Position[]) =>
    line.filter(([x, y], i) => i === 0 || x !== line[i - 1]![0] || y !== line[i - 1]![1]);
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: distinct(geometry.coordinates) };
    case 'Polygon':
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map(distinct) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(distinct)) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(withoutRepeats) };
    default:
      return geometry;
  }
}

/** GEOS computes in two dimensions: heights that it made up are taken away. */
function flat(geometry: Geometry): Geometry {
  return mapPositions(geometry, (position) =>
    position.length > 2 && !Number.isFinite(position[2]) ? position.slice(0, 2) : position,
  );
}
