import type { Day, Period, Precision } from './promise.ts';

const dayMs = 86_400_000;

/** Last day of the month, quarter or year that a day stands for. */
export function lastDayOf(day: Day, precision: Precision = 'day'): Day {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  if (precision === 'day') return day;
  if (precision === 'year') return `${day.slice(0, 4)}-12-31`;
  const last = precision === 'month' ? month : Math.ceil(month / 3) * 3;
  return isoDay(year, last, daysIn(year, last));
}

/**
 * The day that lies a period after another: `P2Y`, `P3M`, `P6W`, `P10D`. Months keep the day of the month, or take the last one
 * where that month is shorter, as periods in agreements are counted.
 */
export function dayAfter(day: Day, period: Period): Day {
  const [, count = '0', unit = 'D'] = /^P(\d{1,4})([DWMY])$/.exec(period) ?? [];
  const n = Number(count);
  if (unit === 'D' || unit === 'W')
    return new Date(Date.parse(day) + n * (unit === 'W' ? 7 : 1) * dayMs).toISOString().slice(0, 10);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n * (unit === 'Y' ? 12 : 1);
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return isoDay(year, month, Math.min(Number(day.slice(8)), daysIn(year, month)));
}

/** Days from one day to another; negative where the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function isoDay(year: number, month: number, day: number): Day {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}
