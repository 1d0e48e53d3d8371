import { createRequire } from 'node:module';
import { asPositionVector } from './coordinate-frame.ts';

/** What a reference system's code means, from the EPSG registry as the package `epsg-index` carries it. */
export interface CrsDefinition {
  readonly epsg: number;
  readonly name: string;
  readonly kind: 'geographic' | 'projected' | 'geocentric' | 'other';
  /** PROJ string for proj4; grids that proj4 would have to download are left out, see `needsGrid`. */
  readonly proj4: string;
  readonly wkt: string;
  /** True where an exact datum shift needs a grid file: the database (PROJ) is then the better projector. */
  readonly needsGrid: boolean;
  /** True where the registry's first axis points north: coordinates in OGC order are then y before x. */
  readonly isNorthingFirst: boolean;
  /** Where it is meant to be used, `[west, south, east, north]` in degrees. */
  readonly area?: readonly [number, number, number, number];
}

/** An entry of `epsg-index`. */
export interface EpsgEntry {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly wkt: string | null;
  readonly proj4: string | null;
  readonly bbox: readonly [number, number, number, number] | null;
}

const require = createRequire(import.meta.url);
const known = new Map<number, CrsDefinition | undefined>();

/** Definition of an EPSG code, or undefined where the registry has none that coordinates can be computed with. */
export function crsDefinition(epsg: number): CrsDefinition | undefined {
  if (known.has(epsg)) return known.get(epsg);
  const definition = Number.isSafeInteger(epsg) && epsg > 0 ? load(epsg) : undefined;
  if (known.size > 10_000) known.clear();
  known.set(epsg, definition);
  return definition;
}

function load(epsg: number): CrsDefinition | undefined {
  let entry: EpsgEntry;
  try {
    entry = require(`epsg-index/s/${epsg}.json`) as EpsgEntry;
  } catch {
    return undefined;
  }
  if (!entry.proj4 || !entry.wkt) return undefined;
  const bbox = entry.bbox;
  return {
    epsg,
    name: entry.name,
    kind: kindOf(entry.kind),
    proj4: asPositionVector(entry.proj4).replace(/\s*\+(nadgrids|geoidgrids)=\S+/g, ''),
    wkt: asPositionVector(entry.wkt),
    needsGrid: /\+nadgrids=(?!@null)/.test(entry.proj4),
    isNorthingFirst: northingFirst(entry),
    ...(bbox ? { area: [bbox[1], bbox[2], bbox[3], bbox[0]] as const } : {}),
  };
}

function kindOf(kind: string): CrsDefinition['kind'] {
  if (kind.includes('GEOG')) return 'geographic';
  if (kind.includes('PROJCRS')) return 'projected';
  return kind.includes('GCEN') ? 'geocentric' : 'other';
}

/**
 * The index states axes in WKT 1 only where they are easting, northing. What states none is latitude or northing first,
 * except axes that meet at a pole, point west, or belong to codes named "(E,N)" and "(lon-lat)".
 */
function northingFirst({ kind, name, wkt, proj4 }: EpsgEntry): boolean {
  if (/\(lon-lat\)|\(E,N\)|East North/.test(name)) return false;
  if (kind.includes('GEOG')) return true;
  if (!kind.includes('PROJCRS') || !wkt || !proj4 || wkt.includes('AXIS[')) return false;
  const isPolar = /\+proj=(stere|laea)\b/.test(proj4) && /\+lat_0=-?90\b/.test(proj4);
  if (isPolar || /\+axis=w/.test(proj4)) return /\(N,E\)/.test(name);
  return true;
}

/** Whether OGC order for the code is y before x (latitude or northing first). Unknown codes count as x first. */
export function isNorthingFirst(epsg: number): boolean {
  return crsDefinition(epsg)?.isNorthingFirst ?? false;
}

/** Whether coordinates are angles on the earth and therefore bound to ±180 and ±90. */
export function isGeographic(epsg: number): boolean {
  return crsDefinition(epsg)?.kind === 'geographic';
}
