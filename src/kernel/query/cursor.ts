import { Problem } from '../errors.ts';
import { languages } from '../i18n/language.ts';
import type { Position } from '../log/entry.ts';
import type { SortKey } from './question.ts';

/** Where a page ended and what it reflected: enough to go on from there, whatever is written meanwhile. */
export interface Cursor {
  readonly position: Position;
  /** Instant that stood for "now" on the first page. */
  readonly now: number;
  readonly sortBy: readonly SortKey[];
  /** Values of the sort keys of the last record, its `born` last. */
  readonly after: readonly (string | number | boolean | null)[];
}

/** Base64url, so that clients which re-encode a query leave it alone. */
export function writeCursor(cursor: Cursor): string {
  const sort = cursor.sortBy.map(
    ({ field, descending, language }) =>
      `${descending ? '-' : '+'}${field}${language === undefined ? '' : `\0${language}`}`,
  );
  return Buffer.from(JSON.stringify([1, cursor.position, cursor.now, sort, cursor.after])).toString(
    'base64url',
  );
}

/** @throws {Problem} `invalid-parameter` for a token that this system did not write. */
export function readCursor(token: string): Cursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value.length !== 5) throw new TypeError('shape');
    const [version, position, now, sort, after] = value as [
      number,
      number,
      number,
      string[],
      Cursor['after'],
    ];
    const isFine =
      version === 1 &&
      Number.isSafeInteger(position) &&
      Number.isSafeInteger(now) &&
      Array.isArray(sort) &&
      sort.every((key) => typeof key === 'string') &&
      Array.isArray(after) &&
      after.length === sort.length + 1 &&
      Number.isSafeInteger(after.at(-1)) &&
      after.every((key) => key === null || ['string', 'number', 'boolean'].includes(typeof key));
    if (!isFine) throw new TypeError('shape');
    const sortBy = sort.map((key): SortKey => {
      const [field = '', named] = key.slice(1).split('\0');
      const language = languages.find((each) => each === named);
      return { field, descending: key.startsWith('-'), ...(language ? { language } : {}) };
    });
    return { position, now, sortBy, after };
  } catch {
    throw new Problem('invalid-parameter', {}, [
      { pointer: 'parameter:token', code: 'token', params: { value: token.slice(0, 40) } },
    ]);
  }
}
