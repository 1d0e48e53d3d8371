import { extname } from 'node:path';
import { headOf } from './byte-window.ts';
import { type FormatId, formatOfName } from './formats.ts';
import { SourceError, type SourceOptions } from './source.ts';

const headSize = 64 << 10;

/** What a file is by its first bytes, `zip` where that takes a look inside. */
export type Detected = FormatId | 'zip';

/**
 * Format of a file by its content, and by its name only where the content does not say (CSV, DXF as text).
 * @throws SourceError `file-not-found`, `file-empty`, `format-unknown`, `file-damaged`
 */
export async function detectFormat(options: SourceOptions): Promise<Detected> {
  const head = await headOf(options.path, headSize);
  const name = options.name ?? options.path;
  const named = formatOfName(name)?.id;
  const found = byMagic(head) ?? byText(head, named, options.encoding);
  if (found) return found;
  if (
    named === 'gpkg' ||
    named === 'flatgeobuf' ||
    named === 'geoparquet' ||
    named === 'shapefile' ||
    named === 'xlsx'
  ) {
    throw new SourceError('file-damaged', {
      format: named,
      reason: `0x${head.toString('hex', 0, 8)}`,
      records: 0,
    });
  }
  if (named && !isBinary(head)) return named;
  throw new SourceError('format-unknown', { file: name.replace(/^.*[\\/]/, ''), extension: extname(name) });
}

function byMagic(head: Buffer): Detected | undefined {
  const start = head.toString('latin1', 0, 22);
  if (start.startsWith('SQLite format 3\0')) return 'gpkg';
  if (start.startsWith('fgb')) return 'flatgeobuf';
  if (start.startsWith('PAR1')) return 'geoparquet';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('AutoCAD Binary DXF')) return 'dxf';
  return head.length >= 4 && head.readUInt32BE(0) === 9994 ? 'shapefile' : undefined;
}

function byText(
  head: Buffer,
  named: FormatId | undefined,
  encoding: string | undefined,
): FormatId | undefined {
  const utf16 = utf16Of(head);
  const text = encoding || !utf16 ? head.toString('utf8') : new TextDecoder(utf16).decode(head);
  const trimmed = text.replace(/^[\ufeff\s]+/, '');
  if (trimmed.startsWith('\x1e')) return 'geojsonseq';
  if (trimmed.startsWith('{')) return jsonKind(trimmed, named);
  if (trimmed.startsWith('[') && (named === 'geojson' || named === 'geojsonseq')) return named;
  if (trimmed.startsWith('<')) return xmlKind(trimmed);
  if (/^(?:999\r?\n.*\r?\n\s*)*0\r?\n\s*SECTION/.test(trimmed)) return 'dxf';
  if (named !== 'csv') return undefined;
  // A file in UTF-16 without a mark is full of zeros; whoever names its character set knows better.
  return /^utf-?16/i.test(encoding ?? '') || !isBinary(head) ? 'csv' : undefined;
}

function xmlKind(text: string): FormatId | undefined {
  const root = /<(?![?!])(?:([\w.-]+):)?([\w.-]+)([^>]*)>/.exec(text.replace(/<!--[\s\S]*?-->/g, ''));
  if (!root) return undefined;
  if (root[2] === 'kml') return 'kml';
  return /opengis\.net\/gml|FeatureCollection/.test(text) ? 'gml' : undefined;
}

/** A collection begins with what it is, a sequence has one whole Feature per line. */
function jsonKind(text: string, named: FormatId | undefined): FormatId {
  if (named === 'geojsonseq' || named === 'jsonfg') return named;
  const line = text.indexOf('\n');
  if (line > 0 && isFeature(text.slice(0, line)) && text.slice(line).trimStart().startsWith('{'))
    return 'geojsonseq';
  return 'geojson';
}

function isFeature(line: string): boolean {
  try {
    return (JSON.parse(line) as { type?: unknown }).type === 'Feature';
  } catch {
    return false;
  }
}

/** The character set that a byte order mark of UTF-16 tells. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

function isBinary(head: Buffer): boolean {
  return utf16Of(head) === undefined && head.subarray(0, 4096).includes(0);
}
