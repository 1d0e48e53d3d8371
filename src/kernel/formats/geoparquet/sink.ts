import { join } from 'node:path';
import type { KeyValue, SchemaElement } from 'hyparquet';
import type { ColumnSource } from 'hyparquet-writer';
import { type Bbox, bboxOf, bboxUnion } from '../../geo/bbox.ts';
import { encodeWkb } from '../../geo/wkb.ts';
import type { Field } from '../../register/declaration.ts';
import { idColumn } from '../id-column.ts';
import type { Sink, SinkOptions, SinkRecord } from '../sink.ts';
import { spooledSink } from '../spool.ts';
import { geoMetadata } from './sink-metadata.ts';

const groupSize = 20_000;

const elements: Readonly<Record<Field['type'], Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  timestamp: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' } },
  localized: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  array: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  object: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
};

/** GeoParquet 1.1 in groups of 20,000 rows: WKB geometry, logical types for all that Parquet has one for. */
export function geoParquetSink({ layer, epsg = 4326 }: SinkOptions): Sink {
  const id = idColumn(layer.fields);
  const fields = [{ name: id, type: 'string' as const }, ...layer.fields];
  const geometryName = layer.fields.some(({ name }) => name === 'geometry') ? 'geometry_wkb' : 'geometry';
  const schema: SchemaElement[] = [
    { name: 'root', num_children: fields.length + (layer.geometry === null ? 0 : 1) },
    ...fields.map(
      ({ name, type }): SchemaElement => ({ ...elements[type], name, repetition_type: 'OPTIONAL' }),
    ),
    ...(layer.geometry === null
      ? []
      : [{ name: geometryName, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' } as const]),
  ];
  const metadata: KeyValue[] = [];
  let held: SinkRecord[] = [];
  let extent: Bbox | undefined;
  const kinds = new Set<string>();
  let writer: import('hyparquet-writer').ParquetWriter | undefined;

  async function open(folder: string) {
    if (writer) return writer;
    const { fileWriter, ParquetWriter } = await import('hyparquet-writer');
    const target = fileWriter(join(folder, 'file.parquet'));
    return (writer = new ParquetWriter({ writer: target, schema, kvMetadata: metadata, createdBy: 'Ufuq' }));
  }

  async function flush(folder: string): Promise<void> {
    const target = await open(folder);
    if (held.length === 0) return;
    const columns: ColumnSource[] = fields.map(({ name, type }) => ({
      name,
      data: held.map((record) => (name === id ? record.id : stored(record.properties[name], type))),
    }));
    if (layer.geometry !== null) columns.push({ name: geometryName, data: held.map(wkb), statistics: false });
    await target.write({ columnData: columns, rowGroupSize: groupSize });
    held = [];
  }

  function wkb({ geometry }: SinkRecord): Uint8Array | null {
    if (!geometry) return null;
    extent = bboxUnion(extent, bboxOf(geometry));
    kinds.add(geometry.type);
    return encodeWkb(geometry, { flavour: 'iso' });
  }

  return spooledSink('geoparquet', {
    async write(folder, records) {
      held.push(...records);
      if (held.length >= groupSize) await flush(folder);
    },
    async finish(folder) {
      await flush(folder);
      if (layer.geometry !== null) metadata.push(geoMetadata(geometryName, [...kinds], epsg, extent));
      const types = Object.fromEntries(
        layer.fields.map(({ name, type, items }) => [name, items ? [type, items] : [type]]),
      );
      metadata.push({ key: 'ufuq:types', value: JSON.stringify(types) });
      await (await open(folder)).finish();
      return 'file.parquet';
    },
  });
}

function stored(value: unknown, type: Field['type']): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'integer') return BigInt(Math.trunc(Number(value)));
  if (type === 'date') return Math.round(Date.parse(`${String(value)}T00:00:00Z`) / 86_400_000);
  if (type === 'timestamp') return micros(String(value));
  return type === 'string' ? String(value) : value;
}

/** Microseconds since 1970, with the digits that a Date would drop. */
function micros(text: string): bigint | null {
  const millis = Date.parse(text);
  if (Number.isNaN(millis)) return null;
  const digits = (/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(6, '0').slice(3, 6);
  return BigInt(Math.floor(millis)) * 1000n + BigInt(digits);
}
