import { isNorthingFirst } from '../../geo/crs-definition.ts';
import { epsgOfName } from '../../geo/crs-wkt.ts';
import { SourceError, type SourceLayer, type SourceRecord } from '../source.ts';
import { featureRecord } from './feature.ts';

/** What stands in a GeoJSON document beside its features. */
export type CollectionMembers = Record<string, unknown>;

const geometryTypes = /^(Multi)?(Point|LineString|Polygon)$|^GeometryCollection$/;

/** Keeps one top-level member. @throws SourceError `not-json-file` where key or value is not JSON */
export function memberOf(
  members: CollectionMembers,
  key: string,
  text: string | undefined,
  byte: number,
): void {
  if (text === undefined) throw new SourceError('not-utf8-file', { byte });
  try {
    members[JSON.parse(key) as string] = JSON.parse(text);
  } catch {
    throw new SourceError('not-json-file', { byte, value: text.slice(0, 60), records: 0 });
  }
}

/** A document that is one Feature or one bare geometry. @throws SourceError `not-geojson` for any other */
export function loneRecord(members: CollectionMembers): SourceRecord {
  if (members.type === 'Feature') return featureRecord(members, 1);
  if (typeof members.type === 'string' && geometryTypes.test(members.type)) {
    return featureRecord({ type: 'Feature', properties: {}, geometry: members }, 1);
  }
  throw new SourceError('not-geojson', { value: (JSON.stringify(members.type) ?? 'undefined').slice(0, 60) });
}

/**
 * Reference system: CRS84 unless the document has the `crs` member of GeoJSON 2008 or `coordRefSys` of JSON-FG.
 * A `crs` of null, or one that is not understood, leaves it open for a person to say.
 */
export function crsOfMembers(members: CollectionMembers): Partial<SourceLayer> {
  const named = 'crs' in members ? members.crs : members.coordRefSys;
  if (named === undefined) return {};
  const name = nameOf(named);
  const epsg = name === undefined ? undefined : epsgOfName(name);
  if (epsg !== undefined) return { crs: { epsg } };
  return {
    crs: undefined,
    warnings: [
      {
        code: 'crs-unknown',
        severity: 'warning',
        params: { value: (name ?? JSON.stringify(named)).slice(0, 80) },
      },
    ],
  };
}

/** Whether `place` of JSON-FG is written with y before x: its system is named by `coordRefSys` and has that order. */
export function isPlaceYFirst(members: CollectionMembers): boolean {
  const name = 'crs' in members ? undefined : nameOf(members.coordRefSys);
  const epsg = name === undefined || /CRS84/i.test(name) ? undefined : epsgOfName(name);
  return epsg !== undefined && isNorthingFirst(epsg);
}

function nameOf(crs: unknown): string | undefined {
  if (typeof crs === 'string') return crs;
  if (crs === null || typeof crs !== 'object') return undefined;
  const { properties, href } = crs as { properties?: { name?: unknown; code?: unknown }; href?: unknown };
  const name = properties?.name ?? properties?.code ?? href;
  return name === undefined ? undefined : String(name);
}
