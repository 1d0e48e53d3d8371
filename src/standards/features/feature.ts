import type { Geometry } from 'geojson';
import { mapPositions } from '../../kernel/geo/geometry-positions.ts';
import type { Link } from '../../kernel/http/links.ts';
import type { ValidPeriod } from '../../kernel/log/entry.ts';
import {
  type FeatureTime,
  geoJsonFeature as plainFeature,
  timeOf,
  withValues,
} from '../../kernel/query/geojson-feature.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import { type AskedCrs, crs84, swapped } from './crs.ts';

/** A record as GeoJSON (RFC 7946). Properties without a value are left out. */
export function geoJsonFeature(record: RecordView, crs: AskedCrs, links?: readonly Link[]): object {
  const feature = plainFeature({ ...record, geometry: ordered(record.geometry, crs) });
  return links ? { ...feature, links } : feature;
}

/** A record as JSON-FG: coordinates that are not WGS 84 longitude/latitude stand in `place`. */
export function jsonFgFeature(record: RecordView, crs: AskedCrs, links?: readonly Link[]): object {
  const geometry = ordered(record.geometry, crs);
  const isWgs84 = crs === crs84;
  return {
    type: 'Feature',
    id: record.id,
    ...timeMember(record.valid),
    geometry: isWgs84 ? geometry : null,
    place: isWgs84 ? null : geometry,
    properties: withValues(record.properties),
    ...(links ? { links } : {}),
  };
}

export const jsonFgConformance: readonly string[] = [
  'http://www.opengis.net/spec/json-fg-1/1.0/conf/core',
  'http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas',
];

/** What a JSON-FG document says of all its features. */
export function jsonFgHead(register: string, crs: AskedCrs, schemaUrl: string): object {
  return {
    conformsTo: jsonFgConformance,
    featureType: register,
    featureSchema: schemaUrl,
    ...(crs === crs84 ? {} : { coordRefSys: crs.uri }),
  };
}

/** Positions in the order that the reference system prescribes. */
export function ordered(geometry: Geometry | null, crs: AskedCrs): Geometry | null {
  return geometry && crs.isYFirst ? mapPositions(geometry, swapped) : geometry;
}

function timeMember(valid: ValidPeriod): { time: FeatureTime | null } {
  return { time: timeOf(valid).time ?? null };
}
