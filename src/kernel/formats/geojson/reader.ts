import { basename, extname } from 'node:path';
import { ByteWindow } from '../byte-window.ts';
import { bytesDecoder, recordOfText } from '../feature-text.ts';
import { sampledLayer, type TextListener } from '../sampled-layer.ts';
import { type Source, SourceError, type SourceOptions, type SourceRecord } from '../source.ts';
import {
  type CollectionMembers,
  crsOfMembers,
  isPlaceYFirst,
  loneRecord,
  memberOf,
} from './collection-members.ts';
import { JsonScanner } from './json-scanner.ts';

const batchSize = 2_000;

/** A GeoJSON document read feature by feature; a file that was cut off is told by the byte where it stops. */
export function openGeoJson(options: SourceOptions): Source {
  const fallback = basename(options.name ?? options.path, extname(options.name ?? options.path));
  const members: CollectionMembers = {};
  let progress = 0;

  async function* records(onText?: TextListener): AsyncGenerator<SourceRecord[]> {
    const decode = bytesDecoder(options.encoding);
    const window = await ByteWindow.open(options.path, options.signal);
    const scanner = new JsonScanner(window);
    let row = 0;
    const truncated = () => new SourceError('file-truncated', { byte: window.size, records: row });
    const unexpected = async () => {
      const byte = await scanner.peek();
      if (byte < 0) return truncated();
      return new SourceError('not-json-file', {
        byte: window.position,
        value: String.fromCharCode(byte),
        records: row,
      });
    };

    /** Text of the next value, taken; undefined where it is not in the character set. */
    async function value(): Promise<string | undefined> {
      if ((await scanner.peek()) < 0) throw truncated();
      const length = await scanner.valueLength();
      if (length < 0) throw truncated();
      if (length === 0) throw await unexpected();
      const text = decode(window.bytes, window.start, window.start + length);
      window.start += length;
      return text;
    }

    async function* features(): AsyncGenerator<SourceRecord[]> {
      if (!(await scanner.take(0x5b))) throw await unexpected();
      let batch: SourceRecord[] = [];
      const isYFirst = isPlaceYFirst(members);
      if (await scanner.take(0x5d)) return;
      do {
        await scanner.peek();
        const byte = window.position;
        const text = await value().catch((error) => {
          if (batch.length > 0 && error instanceof SourceError) pending = error;
          else throw error;
        });
        if (pending) break;
        onText?.(text as string | undefined, row);
        batch.push(recordOfText(text as string | undefined, ++row, byte, isYFirst));
        if (batch.length === batchSize) {
          progress = window.progress;
          yield batch;
          batch = [];
        }
      } while (await scanner.take(0x2c));
      if (batch.length > 0) yield batch;
      if (pending) throw pending;
      if (!(await scanner.take(0x5d))) throw await unexpected();
    }

    let pending: SourceError | undefined;
    try {
      if (await window.need(3)) if (window.bytes.readUIntBE(0, 3) === 0xefbbbf) window.start = 3;
      if (!(await scanner.take(0x7b))) throw await notAnObject(await scanner.peek());
      let hasFeatures = false;
      if (!(await scanner.take(0x7d))) {
        do {
          if ((await scanner.peek()) !== 0x22) throw await unexpected();
          const key = (await value()) ?? '';
          if (!(await scanner.take(0x3a))) throw await unexpected();
          if (key === '"features"' && (await scanner.peek()) === 0x5b) {
            hasFeatures = true;
            yield* features();
          } else {
            memberOf(members, key, await value(), window.position);
          }
        } while (await scanner.take(0x2c));
        if (!(await scanner.take(0x7d))) throw await unexpected();
      }
      if (!hasFeatures) yield [loneRecord(members)];
      progress = 1;
    } finally {
      await window.close();
    }

    async function notAnObject(byte: number): Promise<SourceError> {
      if (byte < 0) return truncated();
      return new SourceError('not-geojson', { value: String.fromCharCode(byte) });
    }
  }

  return {
    format: 'geojson',
    async layers() {
      const layer = await sampledLayer(fallback, records);
      const name = typeof members.name === 'string' && members.name !== '' ? members.name : fallback;
      return [{ ...layer, name, ...crsOfMembers(members) }];
    },
    records: () => records(),
    progress: () => progress,
    close: async () => {},
  };
}
