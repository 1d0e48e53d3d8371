import type { Geometry } from 'geojson';
import { swapAxes } from '../../geo/geometry-range.ts';
import { checkedRecord } from '../checked-record.ts';
import type { SourceRecord } from '../source.ts';

/**
 * A record from one parsed GeoJSON Feature (RFC 7946, 3.2), whatever a careless writer put there. JSON-FG's `place` goes
 * before `geometry`; it stands in the order of its reference system.
 */
export function featureRecord(value: unknown, row: number, isPlaceYFirst = false): SourceRecord {
  if (value === null || typeof value !== 'object' || (value as { type?: unknown }).type !== 'Feature') {
    const found = value !== null && typeof value === 'object' ? (value as { type?: unknown }).type : value;
    const text = JSON.stringify(found) ?? 'undefined';
    return refused(row, 'not-a-feature', { value: text.slice(0, 60) });
  }
  const feature = value as {
    id?: unknown;
    properties?: unknown;
    geometry?: Geometry | null;
    place?: Geometry | null;
  };
  const properties = isObject(feature.properties) ? feature.properties : {};
  const id = identifier(feature.id) ?? identifier(properties.id);
  const record = checkedRecord(row, id, properties, feature.place ?? feature.geometry);
  if (!isPlaceYFirst || !feature.place || !record.geometry) return record;
  return { ...record, geometry: swapAxes(record.geometry) };
}

export function refused(
  row: number,
  code: 'not-a-feature' | 'not-json' | 'not-utf8',
  params: Record<string, string | number>,
): SourceRecord {
  return { row, properties: {}, geometry: null, problems: [{ row, code, severity: 'error', params }] };
}

/** Text of an identifier; numbers become text, all else is none. */
export function identifier(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
