import type { ValidPeriod } from '../log/entry.ts';
import type { RecordView } from './question.ts';

/** JSON-FG 1.0, clause 7.6: when a record holds; `..` is open. */
export type FeatureTime = { readonly interval: readonly [string, string] };

/** A record as GeoJSON (RFC 7946), longitude first. Properties without a value are left out. */
export function geoJsonFeature({ id, geometry, properties, valid }: RecordView) {
  return { type: 'Feature' as const, id, geometry, properties: withValues(properties), ...timeOf(valid) };
}

export function withValues(properties: RecordView['properties']): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) if (value !== null) values[name] = value;
  return values;
}

export function timeOf(valid: ValidPeriod): { time?: FeatureTime } {
  if (valid.from === null && valid.to === null) return {};
  return { time: { interval: [valid.from ?? '..', valid.to ?? '..'] } };
}
