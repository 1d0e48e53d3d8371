import { basename, extname } from 'node:path';
import { ByteWindow } from '../byte-window.ts';
import { bytesDecoder, recordOfText } from '../feature-text.ts';
import { sampledLayer, type TextListener } from '../sampled-layer.ts';
import { type Source, SourceError, type SourceOptions, type SourceRecord } from '../source.ts';

const newline = 0x0a;
const recordSeparator = 0x1e;
const longestRecord = 256 << 20;

/** One GeoJSON Feature per line, or per record separator (RFC 8142): the fastest text to read, split on bytes. */
export function openGeoJsonSeq(options: SourceOptions): Source {
  const name = basename(options.name ?? options.path, extname(options.name ?? options.path));
  let progress = 0;

  async function* records(onText?: TextListener): AsyncGenerator<SourceRecord[]> {
    const decode = bytesDecoder(options.encoding);
    const window = await ByteWindow.open(options.path, options.signal);
    try {
      await window.more();
      const separator = separatorOf(window);
      let row = 0;
      let scanned = 0;
      for (;;) {
        const batch: SourceRecord[] = [];
        let cut = window.bytes.subarray(0, window.end).indexOf(separator, scanned);
        while (cut >= 0) {
          if (hasContent(window.bytes, window.start, cut)) {
            const text = decode(window.bytes, window.start, cut);
            onText?.(text, row);
            batch.push(recordOfText(text, ++row, window.position));
          }
          window.start = cut + 1;
          cut = window.bytes.subarray(0, window.end).indexOf(separator, window.start);
        }
        progress = window.progress;
        if (batch.length > 0) yield batch;
        const held = window.end - window.start;
        if (held > longestRecord)
          throw new SourceError('record-too-large', { byte: window.position, limit: longestRecord });
        const isMore = await window.more();
        scanned = held;
        if (isMore) continue;
        if (hasContent(window.bytes, window.start, window.end)) yield [lastRecord(window, decode, row)];
        progress = 1;
        return;
      }
    } finally {
      await window.close();
    }
  }

  return {
    format: 'geojsonseq',
    async layers() {
      return [await sampledLayer(name, records)];
    },
    records: () => records(),
    progress: () => progress,
    close: async () => {},
  };
}

/** A last line without its newline is complete or cut off; JSON that stops in the middle tells which. */
function lastRecord(window: ByteWindow, decode: ReturnType<typeof bytesDecoder>, row: number): SourceRecord {
  const record = recordOfText(decode(window.bytes, window.start, window.end), row + 1, window.position);
  const code = record.problems?.[0]?.code;
  if (code === 'not-json' || code === 'not-utf8') {
    throw new SourceError('file-truncated', { byte: window.size, records: row });
  }
  return record;
}

function separatorOf(window: ByteWindow): number {
  if (window.bytes[0] === 0xef && window.bytes[1] === 0xbb && window.bytes[2] === 0xbf) window.start = 3;
  if (window.bytes[window.start] !== recordSeparator) return newline;
  window.start++;
  return recordSeparator;
}

function hasContent(bytes: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! > 0x20 && bytes[i] !== recordSeparator) return true;
  return false;
}
