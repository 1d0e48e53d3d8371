import { parseInstant } from '../log/instant.ts';

/** Milliseconds of `YYYY-MM-DD`; undefined for anything else. */
export function parseDate(text: string): number | undefined {
  return text.length === 10 ? parseInstant(text) : undefined;
}

/** Milliseconds of an RFC 3339 timestamp; undefined for anything else. */
export function parseTimestamp(text: string): number | undefined {
  return text.length > 10 ? parseInstant(text) : undefined;
}

/** Whether an interval bound in a string is open, a date or a timestamp; undefined if it is none of them. */
export function boundKind(text: string): 'open' | 'date' | 'timestamp' | undefined {
  if (text === '..') return 'open';
  if (parseDate(text) !== undefined) return 'date';
  return parseTimestamp(text) === undefined ? undefined : 'timestamp';
}
