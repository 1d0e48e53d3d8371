import type { Language } from '../../src/kernel/i18n/language.ts';
import { localeOf } from '../strings/locale.ts';
import { azerbaijaniDay, azerbaijaniTime } from './azerbaijani-dates.ts';

/** Numbers, dates and lists as a language writes them. */
export interface Formats {
  number(value: number): string;
  /** A calendar day from `2024-05-31` or a timestamp. */
  date(value: string): string;
  time(value: string): string;
  /** A tick of a time axis (milliseconds, UTC): the year, the month with its year, or the day. */
  tick(instant: number, unit: 'year' | 'month' | 'day'): string;
  list(values: readonly string[]): string;
  /** Compares names as a dictionary of the language does. */
  compare(a: string, b: string): number;
}

const isoDate = /^\d{4}-\d\d-\d\d/;

export function createFormats(language: Language): Formats {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const calendar = { calendar: 'gregory' } as const;
  const days = new Intl.DateTimeFormat(locale, {
    ...calendar,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const instants = new Intl.DateTimeFormat(locale, { ...calendar, dateStyle: 'medium', timeStyle: 'short' });
  const ticks = {
    year: new Intl.DateTimeFormat(locale, { ...calendar, year: 'numeric', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(locale, {
      ...calendar,
      year: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    }),
    day: new Intl.DateTimeFormat(locale, { ...calendar, month: 'numeric', day: 'numeric', timeZone: 'UTC' }),
  };
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const isAzerbaijani = language === 'az';
  const orRaw = (value: string, say: (instant: Date) => string) => {
    const instant = new Date(value);
    return isoDate.test(value) && !Number.isNaN(instant.getTime()) ? say(instant) : value;
  };
  return {
    number: (value) => numbers.format(value),
    date: (value) => orRaw(value, isAzerbaijani ? azerbaijaniDay : days.format),
    time: (value) => orRaw(value, isAzerbaijani ? azerbaijaniTime : instants.format),
    tick: (instant, unit) => ticks[unit].format(instant),
    list: (values) => (isAzerbaijani ? values.join(', ') : lists.format(values)),
    compare: (a, b) => collator.compare(a, b),
  };
}
