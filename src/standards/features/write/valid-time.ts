import { isObject } from '../../../kernel/http/json-body.ts';
import type { Parser } from '../../../kernel/http/parameters.ts';
import type { ValidPeriod } from '../../../kernel/log/entry.ts';
import { formatInstant, parseInstant } from '../../../kernel/log/instant.ts';

const dayMs = 86_400_000;

/** `validFrom`, `validTo`: a date (its first instant) or a timestamp; `..` is open. */
export const boundParameter: Parser<string | null> = (text) => {
  if (text === '..' || text === '') return { value: null };
  const instant = parseInstant(text.replace(' ', '+'));
  return instant === undefined ? { code: 'type-timestamp' } : { value: formatInstant(instant) };
};

/** Period that `validFrom` and `validTo` state together; undefined where neither was given. */
export function statedPeriod(
  from: string | null | undefined,
  to: string | null | undefined,
): ValidPeriod | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? null, to: to ?? null };
}

/** Period of the member `time` (JSON-FG 1.0, clause 7.6). Days are whole: the last one of an interval belongs to it. */
export function periodOfTime(time: unknown): ValidPeriod | undefined | 'malformed' {
  if (time === undefined || time === null) return undefined;
  if (!isObject(time)) return 'malformed';
  const { date, timestamp, interval } = time;
  const ends = interval ?? (timestamp === undefined ? [date, date] : [timestamp, timestamp]);
  if (!Array.isArray(ends) || ends.length !== 2) return 'malformed';
  const from = endOf(ends[0], false);
  const to = endOf(ends[1], true);
  if (from === undefined || to === undefined) return 'malformed';
  if (interval === undefined && to !== null && from === to) return { from: text(from), to: text(to + 1) };
  return { from: text(from), to: text(to) };
}

function endOf(end: unknown, isLast: boolean): number | null | undefined {
  if (end === '..') return null;
  if (typeof end !== 'string') return undefined;
  const instant = parseInstant(end);
  if (instant === undefined) return undefined;
  return isLast && end.length === 10 ? instant + dayMs : instant;
}

function text(instant: number | null): string | null {
  return instant === null ? null : formatInstant(instant);
}
