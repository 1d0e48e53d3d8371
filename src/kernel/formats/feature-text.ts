import { isUtf8 } from 'node:buffer';
import { featureRecord, refused } from './geojson/feature.ts';
import { SourceError, type SourceRecord } from './source.ts';

/** Turns bytes into text: strict UTF-8 by default, another character set where a person named one. */
export type BytesDecoder = (bytes: Buffer, start: number, end: number) => string | undefined;

/** @throws SourceError `encoding-unknown` */
export function bytesDecoder(encoding: string | undefined): BytesDecoder {
  if (encoding === undefined || /^utf-?8$/i.test(encoding)) {
    return (bytes, start, end) => {
      const part = bytes.subarray(start, end);
      return isUtf8(part) ? part.toString('utf8') : undefined;
    };
  }
  const decoder = textDecoder(encoding);
  return (bytes, start, end) => decoder.decode(bytes.subarray(start, end));
}

/** A decoder for a character set by any of its usual names (`cp1254`, `windows-1254`, `ISO-8859-9`, `65001`). */
export function textDecoder(encoding: string): InstanceType<typeof TextDecoder> {
  const name = encoding.trim().toLowerCase();
  const page = /^(?:cp|ansi|windows|win|ms)?[\s_-]*(125\d|874)$/.exec(name);
  const label = page
    ? `windows-${page[1]}`
    : name === '65001' || name === 'utf_8'
      ? 'utf-8'
      : name.replace(/_/g, '-');
  const dos = /^(?:cp|ibm|oem)?[\s_-]*(866)$/.exec(label);
  try {
    return new TextDecoder(dos ? 'ibm866' : label.replace(/^88591?-?/, 'iso-8859-'));
  } catch {
    throw new SourceError('encoding-unknown', { encoding });
  }
}

/** The record in the JSON text between two places; a record that cannot be read is refused with the reason. */
export function recordOfText(
  text: string | undefined,
  row: number,
  byte: number,
  isPlaceYFirst = false,
): SourceRecord {
  if (text === undefined) return refused(row, 'not-utf8', { byte });
  try {
    return featureRecord(JSON.parse(text), row, isPlaceYFirst);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : String(error);
    return refused(row, 'not-json', { byte, reason, value: text.slice(0, 60) });
  }
}
