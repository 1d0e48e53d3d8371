import type { Bbox } from '../geo/bbox.ts';
import { ByteWriter } from '../geo/byte-writer.ts';
import type { RowShape } from '../register/row.ts';
import { recordOf } from './feature-record.ts';
import { packedFields } from './packed-columns.ts';
import { RowPacker } from './row-packer.ts';
import type { TupleReader } from './tuple-reader.ts';

/** A row that changed since the base was packed: the same as in the base, as bytes in memory. */
export interface ChangedRow {
  readonly record: string;
  readonly born: number;
  readonly entry: number;
  readonly knownFrom: number;
  readonly from: number;
  readonly to: number;
  /** GeoJSON feature. */
  readonly feature: Uint8Array;
  /** EWKB; empty where there is no place. */
  readonly shape: Uint8Array;
  readonly box: Bbox | undefined;
  /** As `RowPacker.kindOf`. */
  readonly kind: number;
  /** Null where there is no value. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Makes the reader of changed rows of a shape. */
export function changedRowReader(shape: RowShape): (tuple: TupleReader) => ChangedRow {
  const json = new ByteWriter();
  const packer = new RowPacker(shape, json);
  const wish = { fields: shape.fields, hasGeometry: false };
  return (tuple) => {
    json.length = 0;
    packer.feature(tuple);
    const { west, south, east, north } = packer.place;
    const [start, end] = [tuple.starts[packedFields.geometry]!, tuple.ends[packedFields.geometry]!];
    const hasPlace = !tuple.isNull(packedFields.geometry);
    const facts = {
      entry: tuple.integer(packedFields.entry),
      knownFrom: tuple.integer(packedFields.knownFrom),
    };
    const feature = new Uint8Array(json.from(0));
    const { id, properties } = recordOf(feature, { ...facts, valid: { from: null, to: null } }, wish);
    return {
      ...facts,
      record: id,
      born: tuple.integer(packedFields.born),
      from: tuple.number(packedFields.from),
      to: tuple.number(packedFields.to),
      feature,
      shape: hasPlace ? new Uint8Array(tuple.bytes.subarray(start, end)) : new Uint8Array(),
      box: hasPlace && west <= east ? [west, south, east, north] : undefined,
      kind: packer.kindOf(tuple),
      properties,
    };
  };
}
