import type { Geometry } from 'geojson';
import { Problem, type Violation } from '../../../kernel/errors.ts';
import { structureFault } from '../../../kernel/geo/geometry-structure.ts';
import { isObject } from '../../../kernel/http/json-body.ts';
import type { ValidPeriod } from '../../../kernel/log/entry.ts';
import { type AskedCrs, crs84, exampleCrs, parseCrs } from '../crs.ts';
import { toLonLat } from '../parameters/filter.ts';
import { periodOfTime } from './valid-time.ts';

/** A feature as it was sent: every member that was there, geometry in longitude/latitude. */
export interface SentFeature {
  readonly id?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Undefined where no geometry was sent; null where it was sent as null. */
  readonly geometry?: Geometry | null;
  /** What the member `time` of JSON-FG says. */
  readonly valid?: ValidPeriod;
}

export interface FeatureReading {
  /** Of the header `Content-Crs`. */
  readonly crs: AskedCrs;
  /** JSON-FG: `place`, `coordRefSys` and `time` mean something. */
  readonly isJsonFg: boolean;
  /** A merge patch need not say that it is a feature. */
  readonly isPatch: boolean;
}

/**
 * Reads a GeoJSON or JSON-FG feature, or a merge patch of one.
 * @throws {Problem} `invalid-body` with everything that is wrong with its form; what is in it, the register checks.
 */
export function readFeature(value: unknown, reading: FeatureReading): SentFeature {
  const violations: Violation[] = [];
  const refuse = (pointer: string, code: string, params?: Violation['params']) =>
    violations.push({ pointer, code, ...(params ? { params } : {}) });
  if (!isObject(value) || (value.type !== 'Feature' && !(reading.isPatch && value.type === undefined)))
    throw new Problem('invalid-body', {}, [{ pointer: '', code: 'not-a-feature' }]);

  const { id, properties } = value;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
    refuse('/id', 'type-string', { value: JSON.stringify(id).slice(0, 80) });
  if (properties !== undefined && properties !== null && !isObject(properties))
    refuse('/properties', 'not-an-object');
  const crs = reading.isJsonFg ? crsOfBody(value, reading.crs, refuse) : reading.crs;
  const isPlaced = reading.isJsonFg && value.place !== undefined && value.place !== null;
  const geometry = isPlaced ? value.place : value.geometry;
  const valid = reading.isJsonFg ? periodOfTime(value.time) : undefined;
  if (valid === 'malformed') refuse('/time', 'time-member');
  // Parts of a geometry are merged into the stored one, which is in longitude/latitude.
  if (reading.isPatch && crs !== crs84 && isObject(geometry) && structureFault(geometry))
    refuse('/geometry', 'geometry-form');
  if (violations.length > 0) throw new Problem('invalid-body', {}, violations);
  return {
    ...(id === undefined ? {} : { id: String(id) }),
    ...(isObject(properties) ? { properties } : {}),
    ...(geometry === undefined ? {} : { geometry: inLonLat(geometry, crs) }),
    ...(valid && valid !== 'malformed' ? { valid } : {}),
  };
}

/** `coordRefSys` of JSON-FG wins over the header. */
function crsOfBody(
  { coordRefSys }: Readonly<Record<string, unknown>>,
  fallback: AskedCrs,
  refuse: (pointer: string, code: string, params: Violation['params']) => void,
): AskedCrs {
  if (coordRefSys === undefined || coordRefSys === null) return fallback;
  const crs = typeof coordRefSys === 'string' ? parseCrs(coordRefSys) : undefined;
  if (crs) return crs;
  const value = JSON.stringify(coordRefSys).slice(0, 80);
  refuse('/coordRefSys', 'crs-unknown', { value, example: exampleCrs });
  return fallback;
}

/** What is not a geometry is passed on as it is: the register says what is wrong with it. */
function inLonLat(geometry: unknown, crs: AskedCrs): Geometry | null {
  if (geometry === null || structureFault(geometry)) return geometry as Geometry | null;
  return toLonLat(geometry as Geometry, crs);
}
