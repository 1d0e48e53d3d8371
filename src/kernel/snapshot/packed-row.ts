import type { Bbox } from '../geo/bbox.ts';
import { geoJsonOfWkb } from '../geo/wkb-geojson.ts';
import { formatInstant } from '../log/instant.ts';
import { timeOf } from '../query/geojson-feature.ts';
import { columnOf } from '../register/columns.ts';
import { type Row, type RowShape, readRow } from '../register/row.ts';

/** One row of a register as the public sees it, as text that is ready to be sent. */
export interface PackedRow extends Omit<Row, 'body'> {
  /** GeoJSON feature. */
  readonly feature: string;
  /** Geometry as hexadecimal EWKB, empty where there is none. */
  readonly shape: string;
  readonly box: Bbox | undefined;
  /** 1 for points, 2 for lines, 3 for areas, 0 where there is no place; plus `boxed` where PostGIS keeps a box beside it. */
  readonly kind: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Flag of a row's kind. */
export const boxed = 4;

const scratch = { bytes: Buffer.allocUnsafe(1 << 16) };

/** Makes the packer of rows that `selectColumns` of the shape selected; a feature is what `geoJsonFeature` makes of the record. */
export function rowPacker(shape: RowShape): (selected: Record<string, unknown>) => PackedRow {
  const fields = shape.fields.map(({ name }) => ({
    column: columnOf(name),
    start: `${JSON.stringify(name)}:`,
  }));
  return (selected) => {
    const hex = (selected._g as string | null | undefined) ?? '';
    const { body, ...row } = readRow({ ...selected, _g: null }, shape);
    const geometry = hex === '' ? undefined : geoJsonOfWkb(bytesOf(hex));
    let properties = '';
    for (const { column, start } of fields) {
      const value = selected[column];
      if (value === null || value === undefined) continue;
      const text = typeof value === 'number' ? numberText(value) : JSON.stringify(value);
      properties += properties === '' ? start + text : `,${start}${text}`;
    }
    const valid = { from: formatInstant(row.from), to: formatInstant(row.to) };
    const time =
      valid.from === null && valid.to === null ? '' : `,${JSON.stringify(timeOf(valid)).slice(1, -1)}`;
    const id = JSON.stringify(row.record);
    return {
      ...row,
      feature: `{"type":"Feature","id":${id},"geometry":${geometry?.text ?? 'null'},"properties":{${properties}}${time}}`,
      shape: hex,
      box: geometry?.box,
      kind: geometry ? geometry.kind + (geometry.isBoxed ? boxed : 0) : 0,
      properties: body.properties,
    };
  };
}

/** JSON has no infinity. */
function numberText(value: number): string {
  return Number.isFinite(value) ? String(value) : 'null';
}

/** Good until the next call. */
function bytesOf(hex: string): Buffer {
  const length = hex.length >> 1;
  if (scratch.bytes.length < length) scratch.bytes = Buffer.allocUnsafe(length * 2);
  scratch.bytes.write(hex, 'hex');
  return scratch.bytes.subarray(0, length);
}
