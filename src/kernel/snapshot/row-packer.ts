import type { ByteWriter } from '../geo/byte-writer.ts';
import { GeoJsonWriter } from '../geo/wkb-geojson.ts';
import { formatInstant } from '../log/instant.ts';
import { timeOf } from '../query/geojson-feature.ts';
import type { Field } from '../register/declaration.ts';
import type { RowShape } from '../register/row.ts';
import { packedFields } from './packed-columns.ts';
import type { TupleReader } from './tuple-reader.ts';

/** Flag of a row's kind: PostGIS keeps a box beside its geometry. */
export const boxed = 4;

const comma = 0x2c;
const quote = 0x22;

interface PackedField {
  /** Number of the field in the tuples. */
  readonly number: number;
  /** `"name":` */
  readonly start: Buffer;
  /** Writes a value that is there; false where JSON has null for it. */
  readonly write: (json: ByteWriter, tuple: TupleReader, number: number) => boolean;
}

/** Writes rows as the GeoJSON features that are sent: byte for byte what `geoJsonFeature` makes of the records. */
export class RowPacker {
  /** Box and kind of the row that was written last. */
  readonly place: GeoJsonWriter;
  private readonly json: ByteWriter;
  private readonly fields: readonly PackedField[];

  constructor({ fields }: RowShape, json: ByteWriter) {
    this.json = json;
    this.place = new GeoJsonWriter(json);
    this.fields = fields.map((field, index) => ({
      number: packedFields.first + index,
      start: Buffer.from(`${JSON.stringify(field.name)}:`),
      write: writers[field.type],
    }));
  }

  /** Appends the feature of the tuple in hand. */
  feature(tuple: TupleReader): void {
    const { json, place } = this;
    const { bytes, view, starts, ends } = tuple;
    json.ascii('{"type":"Feature","id":');
    json.jsonString(bytes, starts[packedFields.record]!, ends[packedFields.record]!);
    json.ascii(',"geometry":');
    if (tuple.isNull(packedFields.geometry)) json.ascii('null');
    else place.write(view, starts[packedFields.geometry]!, ends[packedFields.geometry]!);
    json.ascii(',"properties":{');
    this.properties(tuple);
    json.byte(0x7d);
    this.time(tuple.number(packedFields.from), tuple.number(packedFields.to));
    json.byte(0x7d);
  }

  /** 1 for points, 2 for lines, 3 for areas, 0 where the tuple in hand has no place; plus `boxed` where PostGIS keeps a box beside it. */
  kindOf(tuple: TupleReader): number {
    if (tuple.isNull(packedFields.geometry)) return 0;
    return this.place.kind + (this.place.isBoxed ? boxed : 0);
  }

  private properties(tuple: TupleReader): void {
    const { json } = this;
    let isFirst = true;
    for (const { number, start, write } of this.fields) {
      if (tuple.isNull(number)) continue;
      const before = json.length;
      if (!isFirst) json.byte(comma);
      json.copy(start, 0, start.length);
      if (write(json, tuple, number)) isFirst = false;
      else json.length = before;
    }
  }

  private time(from: number, to: number): void {
    if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return;
    const time = JSON.stringify(timeOf({ from: formatInstant(from), to: formatInstant(to) }));
    this.json.byte(comma);
    this.json.ascii(time.slice(1, -1));
  }
}

const writers: Readonly<Record<Field['type'], PackedField['write']>> = {
  string(json, { bytes, starts, ends }, number) {
    json.jsonString(bytes, starts[number]!, ends[number]!);
    return true;
  },
  integer(json, tuple, number) {
    const value = tuple.integer(number);
    if (Number.isSafeInteger(value)) json.jsonNumber(value);
    else json.ascii(JSON.stringify(String(tuple.bigint(number))));
    return true;
  },
  number(json, tuple, number) {
    json.jsonNumber(tuple.number(number));
    return true;
  },
  boolean(json, tuple, number) {
    json.ascii(tuple.boolean(number) ? 'true' : 'false');
    return true;
  },
  date(json, { bytes, starts, ends }, number) {
    json.byte(quote);
    json.copy(bytes, starts[number]!, ends[number]!);
    json.byte(quote);
    return true;
  },
  timestamp(json, tuple, number) {
    json.text(JSON.stringify(tuple.instant(number)));
    return true;
  },
  localized: writeJson,
  array: writeJson,
  object: writeJson,
};

/** The database's JSON has spaces, and its own way of writing numbers. */
function writeJson(json: ByteWriter, tuple: TupleReader, number: number): boolean {
  const value: unknown = JSON.parse(tuple.text(number));
  if (value === null) return false;
  json.text(JSON.stringify(value));
  return true;
}
