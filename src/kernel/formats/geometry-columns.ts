import type { Geometry } from 'geojson';
import { decodeWkbHex } from '../geo/geometry-from-wkb.ts';
import { decodeWkt } from '../geo/wkt.ts';
import type { ReadProblem } from './source.ts';

/** Which columns of a table hold the place of a record, told by the names that people give them. */
export type GeometryColumns =
  | { readonly kind: 'text'; readonly column: string }
  | {
      readonly kind: 'xy';
      readonly x: string;
      readonly y: string;
      readonly z?: string;
      readonly isDegrees: boolean;
    };

const texts = [
  'geometry',
  'wkt',
  'geom',
  'the_geom',
  'wkt_geom',
  'geometry_wkt',
  'geom_wkt',
  'shape',
  '_wkt',
  'ewkt',
  'wkb_geometry',
];
const longitudes = [
  'longitude',
  'lon',
  'lng',
  'long',
  'uzunluq',
  'uzunluğ',
  'boylam',
  'longitud',
  'долгота',
  'طول',
  'lon_dd',
  'x_lon',
];
const latitudes = ['latitude', 'lat', 'enlik', 'en', 'enlem', 'latitud', 'широта', 'عرض', 'lat_dd', 'y_lat'];
const eastings = ['x', 'easting', 'east', 'xcoord', 'x_coord', 'coord_x', 'point_x', 'e', 'şərq'];
const northings = ['y', 'northing', 'north', 'ycoord', 'y_coord', 'coord_y', 'point_y', 'n', 'şimal'];
const heights = ['z', 'height', 'elevation', 'altitude', 'alt', 'elev', 'hündürlük'];

/** Columns by name, upper and lower case alike; undefined where none is known. */
export function geometryColumns(names: readonly string[]): GeometryColumns | undefined {
  const find = (wanted: readonly string[]) => {
    for (const want of wanted) {
      const found = names.find((name) => name.trim().toLowerCase() === want);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const column = find(texts);
  if (column !== undefined) return { kind: 'text', column };
  const z = find(['z']);
  const degrees = { x: find(longitudes), y: find(latitudes) };
  if (degrees.x !== undefined && degrees.y !== undefined) {
    return { kind: 'xy', x: degrees.x, y: degrees.y, ...(z ? { z } : {}), isDegrees: true };
  }
  const metres = { x: find(eastings), y: find(northings) };
  if (metres.x === undefined || metres.y === undefined) return undefined;
  return { kind: 'xy', x: metres.x, y: metres.y, ...(z ? { z } : {}), isDegrees: false };
}

export const heightNames: readonly string[] = heights;

export interface ColumnGeometry {
  readonly geometry: Geometry | null;
  readonly srid?: number;
  readonly problem?: ReadProblem;
}

/** Geometry of one row. Empty cells mean that it has none; half a coordinate is an error. */
export function geometryOfRow(
  columns: GeometryColumns,
  row: number,
  cell: (name: string) => unknown,
): ColumnGeometry {
  if (columns.kind === 'text') return geometryOfText(cell(columns.column), columns.column, row);
  const raw = [cell(columns.x), cell(columns.y)];
  if (raw.every((value) => value === null || value === undefined || value === '')) return { geometry: null };
  const position: number[] = [];
  for (const [i, value] of raw.entries()) {
    const number = coordinate(value);
    if (!Number.isFinite(number)) {
      const params = { value: String(value ?? ''), position: 1, field: i === 0 ? columns.x : columns.y };
      return { geometry: null, problem: { row, code: 'coordinate-not-a-number', severity: 'error', params } };
    }
    position.push(number);
  }
  const z = columns.z === undefined ? Number.NaN : coordinate(cell(columns.z));
  if (Number.isFinite(z)) position.push(z);
  return { geometry: { type: 'Point', coordinates: position } };
}

function geometryOfText(value: unknown, field: string, row: number): ColumnGeometry {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return { geometry: null };
  try {
    if (text.startsWith('{')) return { geometry: JSON.parse(text) as Geometry };
    const { geometry, srid } = /^(\\x)?[0-9a-f]+$/i.test(text) ? decodeWkbHex(text) : decodeWkt(text);
    return srid === undefined ? { geometry } : { geometry, srid };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const params = { field, value: text.slice(0, 60), reason };
    return { geometry: null, problem: { row, code: 'geometry-not-decoded', severity: 'error', params } };
  }
}

/** A number in a cell; a decimal comma is understood, an empty cell is not a number. */
export function coordinate(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  const text = value.trim();
  return Number(/^[-+]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text);
}
