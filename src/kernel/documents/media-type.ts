import { fileTypeFromBuffer } from 'file-type';

/** Bytes of a document that are looked at. Enough for what identifies a file; little enough that an archive cannot swell. */
export const sniffedBytes = 65_536;

/** What nothing is known of. */
export const unknownType = 'application/octet-stream';

/** Types that a browser may show by itself: raster images and plain text. Nothing that can carry a script. */
const shown: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'text/plain',
  'text/csv',
]);

export function mayShowInline(mediaType: string): boolean {
  return shown.has(mediaType);
}

/**
 * Media type of a document by its first bytes, never by its name: signatures first; then what is valid UTF-8 is text of
 * some kind, SVG, HTML and XML told apart because browsers would run them.
 */
export async function mediaTypeOf(head: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found !== undefined && found.mime !== 'application/xml') return found.mime;
  const text = textOf(head);
  if (text === undefined) return found?.mime ?? unknownType;
  return textType(text);
}

/** The text of the bytes; undefined where they are not UTF-8 text. A character that is cut at the end is no fault. */
function textOf(head: Buffer): string | undefined {
  if (head.includes(0)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, {
      stream: head.length >= sniffedBytes,
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has is what is looked for.
    return /[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function textType(text: string): string {
  const start = text.replace(/^\s+/, '').slice(0, 4096);
  if (/<([a-z]\w*:)?svg[\s>/]/i.test(start) && start.startsWith('<')) return 'image/svg+xml';
  if (/<(!doctype html|html|head|body|script|iframe|img|a|div|p|style|meta|link)[\s>]/i.test(start))
    return 'text/html';
  if (start.startsWith('<?xml')) return 'application/xml';
  if (/^[[{]/.test(start) && isJson(text)) return 'application/json';
  return isCsv(text) ? 'text/csv' : 'text/plain';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Several lines that have the same number of commas, semicolons or tabs. */
function isCsv(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 20);
  if (text.length >= sniffedBytes / 2) lines.pop();
  const filled = lines.filter((line) => line !== '');
  if (filled.length < 2) return false;
  return [',', ';', '\t'].some((mark) => {
    const [first, ...rest] = filled.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length);
    return first! > 1 && rest.every((count) => count === first);
  });
}
