import { basename, extname } from 'node:path';
import { ByteWindow } from '../byte-window.ts';
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
import { type FeatureBatch, featureBatches } from './feature-batches.ts';
import type { FlatBuffer } from './flatbuffer.ts';
import { readGeometry } from './geometry.ts';
import { type FlatGeobufHeader, geometryKinds, readHeader } from './header.ts';
import { readProperties } from './properties.ts';

const largestHeader = 64 << 20;

/** A FlatGeobuf file as a source, and as what is quicker for who needs no objects: features that are not decoded. */
export interface FlatGeobufSource extends Source {
  readonly format: 'flatgeobuf';
  /** The header, and the features after it. */
  features(): Promise<FlatGeobufFeatures>;
}

export interface FlatGeobufFeatures {
  readonly header: FlatGeobufHeader;
  readonly batches: AsyncIterable<FeatureBatch>;
  /** The record that the feature at a place of a batch is. */
  decode(buffer: FlatBuffer, start: number, row: number): SourceRecord;
}

export function isFlatGeobuf(source: Source): source is FlatGeobufSource {
  return source.format === 'flatgeobuf';
}

/** FlatGeobuf read in the order in which features lie, past the index, through a window of a megabyte. */
export function openFlatGeobuf(options: SourceOptions): FlatGeobufSource {
  let progress = 0;
  async function features(): Promise<FlatGeobufFeatures> {
    const window = await ByteWindow.open(options.path, options.signal);
    try {
      const header = await takeHeader(window);
      window.seek(window.position + header.indexSize);
      const idColumn = idColumnIn(header.columns.map(({ name }) => name));
      return {
        header,
        batches: closing(window, header.featuresCount, (share) => (progress = share)),
        decode: (buffer, start, row) => feature(buffer, header, start, row, idColumn),
      };
    } catch (error) {
      await window.close();
      throw error;
    }
  }
  return {
    format: 'flatgeobuf',
    async layers() {
      const window = await ByteWindow.open(options.path, options.signal);
      try {
        return [layerOf(await takeHeader(window), options)];
      } finally {
        await window.close();
      }
    },
    features,
    async *records() {
      const { batches, decode } = await features();
      for await (const { buffer, starts, firstRow } of batches)
        yield starts.map((start, index) => decode(buffer, start, firstRow + index));
    },
    progress: () => progress,
    close: async () => {},
  };
}

/** The features of a window, which is closed after them. */
async function* closing(
  window: ByteWindow,
  expected: number,
  onProgress: (share: number) => void,
): AsyncGenerator<FeatureBatch> {
  try {
    for await (const batch of featureBatches(window, expected)) {
      onProgress(window.progress);
      yield batch;
    }
    onProgress(1);
  } finally {
    await window.close();
  }
}

function layerOf(header: FlatGeobufHeader, options: SourceOptions): SourceLayer {
  const file = options.name ?? options.path;
  const idField = idColumnIn(header.columns.map(({ name }) => name));
  return {
    name: header.name || basename(file, extname(file)),
    fields: header.columns.map(({ name, type, items }) => (items ? { name, type, items } : { name, type })),
    geometry: geometryKinds[header.geometryType] ?? 'Geometry',
    ...(idField ? { idField } : {}),
    ...(header.crs ? { crs: header.crs } : {}),
    ...(header.featuresCount > 0 ? { featureCount: header.featuresCount } : {}),
  };
}

async function takeHeader(window: ByteWindow): Promise<FlatGeobufHeader> {
  const truncated = () => new SourceError('file-truncated', { byte: window.size, records: 0 });
  if (!(await window.need(12))) throw truncated();
  const size = window.bytes.readUInt32LE(8);
  if (window.bytes.toString('latin1', 0, 3) !== 'fgb' || window.bytes[3] !== 3 || size > largestHeader) {
    throw new SourceError('file-damaged', { format: 'FlatGeobuf', byte: 0 });
  }
  if (!(await window.need(12 + size))) throw truncated();
  try {
    const header = readHeader(Buffer.from(window.bytes.subarray(12, 12 + size)));
    window.start += 12 + size;
    return header;
  } catch (error) {
    throw new SourceError('file-damaged', { format: 'FlatGeobuf', byte: 12 }, error);
  }
}

function feature(
  buffer: FlatBuffer,
  header: FlatGeobufHeader,
  start: number,
  row: number,
  idColumn: string | undefined,
): SourceRecord {
  try {
    const table = buffer.follow(start);
    const geometry = buffer.child(table, 0);
    const values = buffer.child(table, 1);
    const properties = readProperties(
      buffer,
      header.columns,
      values === 0 ? 0 : values + 4,
      values === 0 ? 0 : values + 4 + buffer.uint32(values),
    );
    const id = idColumn === undefined ? undefined : identifier(properties[idColumn]);
    return checkedRecord(
      row,
      id,
      properties,
      geometry === 0 ? null : readGeometry(buffer, geometry, header.geometryType),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      row,
      properties: {},
      geometry: null,
      problems: [{ row, code: 'record-unreadable', severity: 'error', params: { reason } }],
    };
  }
}
