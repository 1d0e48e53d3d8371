import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { decodeWkb } from '../../geo/geometry-from-wkb.ts';
import { checkedRecord } from '../checked-record.ts';
import { identifier } from '../geojson/feature.ts';
import { idColumnIn } from '../id-column.ts';
import {
  type Source,
  SourceError,
  type SourceLayer,
  type SourceOptions,
  type SourceRecord,
} from '../source.ts';
import { type ParquetColumn, parquetColumns, timeParsers } from './columns.ts';
import { type GeoColumn, geoColumn } from './geo-metadata.ts';
import { nativeGeometry } from './native-geometry.ts';

const batchSize = 2_000;
const rowsAtOnce = 20_000;

/** GeoParquet by row groups: the columns of a group are unpacked together and handed on as records. */
export async function openGeoParquet(options: SourceOptions): Promise<Source> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const file = await fileBuffer(options.path);
  let metadata: FileMetaData;
  let geometry: GeoColumn | undefined;
  try {
    metadata = await parquetMetadataAsync(file, { geoparquet: false, parsers: timeParsers });
    geometry = geoColumn(metadata);
  } catch (error) {
    await file.close();
    throw damaged(error, 0);
  }
  const columns = parquetColumns(metadata.schema, metadata.key_value_metadata).filter(
    ({ name }) => name !== geometry?.name && !geometry?.covering.has(name),
  );
  const idField = idColumnIn(columns.map(({ name }) => name));
  const total = Number(metadata.num_rows);
  let done = 0;

  return {
    format: 'geoparquet',
    layers: async () => [layerOf(options, columns, geometry, total)],
    async *records() {
      done = 0;
      for (const [start, end] of ranges(metadata)) {
        if (options.signal?.aborted) throw new SourceError('cancelled');
        const rows = await parquetReadObjects({
          file,
          metadata,
          rowStart: start,
          rowEnd: end,
          compressors,
          geoparquet: false,
          utf8: false,
          parsers: timeParsers,
          useOffsetIndex: true,
        }).catch((error: unknown) => {
          throw damaged(error, done);
        });
        for (let i = 0; i < rows.length; i += batchSize) {
          const batch = rows
            .slice(i, i + batchSize)
            .map((row) => toRecord(row, columns, geometry, ++done, idField));
          yield batch;
        }
      }
    },
    progress: () => (total === 0 ? 1 : done / total),
    close: () => file.close(),
  };
}

/** Row ranges that do not cross a group; large groups are taken in pieces where the file has an index of pages. */
function* ranges(metadata: FileMetaData): Generator<[number, number]> {
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    const hasIndex = group.columns.every((column) => column.offset_index_offset !== undefined);
    const step = hasIndex ? rowsAtOnce : Math.max(1, end - start);
    for (let at = start; at < end; at += step) yield [at, Math.min(end, at + step)];
    start = end;
  }
}

function layerOf(
  options: SourceOptions,
  columns: ParquetColumn[],
  geometry: GeoColumn | undefined,
  count: number,
): SourceLayer {
  const file = options.name ?? options.path;
  const idField = idColumnIn(columns.map(({ name }) => name));
  return {
    name: basename(file, extname(file)),
    fields: columns.map(({ name, type, items }) => (items ? { name, type, items } : { name, type })),
    geometry: geometry?.kind ?? null,
    featureCount: count,
    ...(geometry?.crs ? { crs: geometry.crs } : {}),
    ...(idField ? { idField } : {}),
  };
}

function toRecord(
  row: Record<string, unknown>,
  columns: readonly ParquetColumn[],
  geometry: GeoColumn | undefined,
  ordinal: number,
  idField: string | undefined,
): SourceRecord {
  const properties: Record<string, unknown> = {};
  for (const { name, read } of columns) properties[name] = read(row[name]);
  const id = identifier(properties[idField ?? '']);
  const value = geometry === undefined ? null : row[geometry.name];
  if (value === null || value === undefined) return checkedRecord(ordinal, id, properties, null);
  try {
    const decoded =
      value instanceof Uint8Array ? decodeWkb(value).geometry : nativeGeometry(geometry!.encoding, value);
    return checkedRecord(ordinal, id, properties, decoded);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = {
      row: ordinal,
      code: 'geometry-not-decoded',
      severity: 'error',
      params: { reason },
    } as const;
    return checkedRecord(ordinal, id, properties, null, [problem]);
  }
}

async function fileBuffer(path: string): Promise<AsyncBuffer & { close(): Promise<void> }> {
  const { size } = await stat(path);
  const handle = await open(path, 'r');
  const tail = Buffer.alloc(4);
  await handle.read(tail, 0, 4, Math.max(0, size - 4));
  if (tail.toString('latin1') !== 'PAR1' || size < 12) {
    await handle.close();
    throw new SourceError('file-truncated', { byte: size, records: 0 });
  }
  return {
    byteLength: size,
    async slice(start, end = size) {
      const from = start < 0 ? size + start : start;
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - from));
      await handle.read(bytes, 0, bytes.length, from);
      return bytes.buffer;
    },
    close: () => handle.close(),
  };
}

function damaged(error: unknown, records: number): SourceError {
  const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
  return new SourceError('file-damaged', { format: 'GeoParquet', reason, records }, error);
}
