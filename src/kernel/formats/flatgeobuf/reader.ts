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
import { FlatBuffer } from './flatbuffer.ts';
import { readGeometry } from './geometry.ts';
import { type FlatGeobufHeader, geometryKinds, readHeader } from './header.ts';
import { readProperties } from './properties.ts';

const batchSize = 2_000;
const largestHeader = 64 << 20;
const largestFeature = 1 << 30;
const noBytes = Buffer.alloc(8);

/** FlatGeobuf read in the order in which features lie, past the index, through a window of a megabyte. */
export function openFlatGeobuf(options: SourceOptions): Source {
  let progress = 0;
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
    async *records() {
      const window = await ByteWindow.open(options.path, options.signal);
      try {
        const header = await takeHeader(window);
        window.seek(window.position + header.indexSize);
        for await (const batch of features(window, header)) {
          progress = window.progress;
          yield batch;
        }
        progress = 1;
      } finally {
        await window.close();
      }
    },
    progress: () => progress,
    close: async () => {},
  };
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

async function* features(window: ByteWindow, header: FlatGeobufHeader): AsyncGenerator<SourceRecord[]> {
  const buffer = new FlatBuffer(noBytes);
  const idColumn = idColumnIn(header.columns.map(({ name }) => name));
  let row = 0;
  const truncated = () =>
    new SourceError('file-truncated', { byte: window.size, records: row, expected: header.featuresCount });
  for (;;) {
    const batch: SourceRecord[] = [];
    let failure: SourceError | undefined;
    while (batch.length < batchSize) {
      if (window.end - window.start < 4 && !(await window.need(4))) {
        if (window.end > window.start || row < header.featuresCount) failure = truncated();
        break;
      }
      const size = window.bytes.readUInt32LE(window.start);
      if (size > largestFeature || window.position + 4 + size > window.size) {
        failure = truncated();
        break;
      }
      if (window.end - window.start < 4 + size) await window.need(4 + size);
      buffer.use(window.bytes);
      batch.push(feature(buffer, header, window.start + 4, ++row, idColumn));
      window.start += 4 + size;
    }
    if (batch.length > 0) yield batch;
    if (failure) throw failure;
    if (batch.length < batchSize) return;
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
