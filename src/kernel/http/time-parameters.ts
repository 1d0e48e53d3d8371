import type { Position } from '../log/entry.ts';
import { formatInstant, parseInstant } from '../log/instant.ts';
import type { TimeRange } from '../query/question.ts';
import type { Parser } from './parameters.ts';

const dayMs = 86_400_000;

/**
 * `datetime` (OGC 17-069r4, 7.15.4): an instant or an interval whose ends may be open (`..` or nothing). A date stands
 * for its whole day, in UTC.
 */
export const datetimeParameter: Parser<TimeRange> = (text) => {
  const ends = text.split('/');
  if (ends.length > 2 || (ends.length === 1 && isOpen(text))) return { code: 'datetime' };
  const from = boundOf(ends[0]!, 'first');
  const to = boundOf(ends.at(-1)!, 'last');
  if (from === undefined || to === undefined) return { code: 'datetime' };
  if (from !== null && to !== null && from > to) return { code: 'interval-order' };
  return { value: { from: text8601(from), to: text8601(to) } };
};

function isOpen(text: string): boolean {
  return text === '' || text === '..';
}

/** First or last millisecond that an end stands for; null where it is open. A `+` of an offset may have become a space. */
function boundOf(end: string, which: 'first' | 'last'): number | null | undefined {
  if (isOpen(end)) return null;
  const instant = parseInstant(end.replace(' ', '+'));
  if (instant === undefined) return undefined;
  return which === 'last' && /^\d{4}-\d\d-\d\d$/.test(end) ? instant + dayMs - 1 : instant;
}

function text8601(instant: number | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

/** `asOf`: what was known at an RFC 3339 timestamp (a date: at its end), or at a position of the log. */
export const asOfParameter: Parser<string | Position> = (text) => {
  if (/^\d{1,15}$/.test(text)) return { value: Number(text) };
  const instant = boundOf(text, 'last');
  if (instant === undefined || instant === null) return { code: 'as-of' };
  return { value: formatInstant(instant)! };
};
