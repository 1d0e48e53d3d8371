import { type Bbox, bboxOf } from '../geo/bbox.ts';
import { decodeWkb } from '../geo/geometry-from-wkb.ts';
import { formatInstant } from '../log/instant.ts';
import { geoJsonFeature } from '../query/geojson-feature.ts';
import { type Row, type RowShape, readRow } from '../register/row.ts';

/** One row of a register as the public sees it, ready to be sent. */
export interface PackedRow extends Omit<Row, 'body'> {
  /** GeoJSON feature, UTF-8. */
  readonly feature: Buffer;
  /** Geometry as EWKB, empty where there is none. */
  readonly shape: Buffer;
  readonly box: Bbox | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

const nothing = Buffer.alloc(0);

/** Packs a row that `selectColumns` of the shape selected. */
export function packRow(selected: Record<string, unknown>, shape: RowShape): PackedRow {
  const hex = selected._g as string | null | undefined;
  const { body, ...row } = readRow({ ...selected, _g: null }, shape);
  const bytes = hex ? Buffer.from(hex, 'hex') : nothing;
  const geometry = hex ? decodeWkb(bytes).geometry : null;
  const valid = { from: formatInstant(row.from), to: formatInstant(row.to) };
  const { properties } = body;
  const view = { id: row.record, properties, geometry, valid, entry: row.entry, knownFrom: row.knownFrom };
  return {
    ...row,
    feature: Buffer.from(JSON.stringify(geoJsonFeature(view))),
    shape: bytes,
    box: geometry === null ? undefined : bboxOf(geometry),
    properties,
  };
}
