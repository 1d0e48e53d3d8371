import type { ChangeMark, ChangeTimes } from '../api/count.ts';

/** A span of time drawn along a width, from the start of the line to its end. */
export interface TimeAxis {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Pixels. */
  readonly width: number;
  readonly isRightToLeft: boolean;
}

const dayMs = 86_400_000;
const yearMs = 365.25 * dayMs;
const margin = 0.04;
const leastSpanMs = 30 * dayMs;

/** The axis that holds every change, now, and what is asked about, with a little room at both ends. */
export function axisOf(
  times: ChangeTimes | undefined,
  instants: readonly number[],
  drawn: Pick<TimeAxis, 'width' | 'isRightToLeft'>,
): TimeAxis {
  const marks = [...(times?.valid ?? []), ...(times?.recorded ?? [])];
  const all = [...instants, ...marks.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)])];
  const first = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const span = Math.max(last - first, leastSpanMs);
  return { from: first - span * margin, to: last + span * margin, ...drawn };
}

/** Pixels from the left edge at which an instant stands. */
export function placeOf({ from, to, width, isRightToLeft }: TimeAxis, instant: number): number {
  const share = Math.min(1, Math.max(0, (instant - from) / (to - from)));
  return (isRightToLeft ? 1 - share : share) * width;
}

/** The instant at a pixel from the left edge. */
export function instantAt({ from, to, width, isRightToLeft }: TimeAxis, x: number): number {
  const share = Math.min(1, Math.max(0, width === 0 ? 0 : x / width));
  return from + (isRightToLeft ? 1 - share : share) * (to - from);
}

export interface Tick {
  readonly instant: number;
  readonly unit: 'year' | 'month' | 'day';
}

const leastGapPx = 76;

/** Years, months or days at round distances, as many as there is room for. */
export function ticksOf(axis: TimeAxis): readonly Tick[] {
  const most = Math.max(2, Math.floor(axis.width / leastGapPx));
  const spanYears = (axis.to - axis.from) / yearMs;
  for (const step of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000])
    if (spanYears / step <= most && spanYears / step >= 1.5) return yearTicks(axis, step);
  for (const step of [1, 2, 3, 6])
    if ((spanYears * 12) / step <= most && spanYears * 12 >= 2) return monthTicks(axis, step);
  const step = Math.max(1, Math.ceil((axis.to - axis.from) / dayMs / most));
  const ticks: Tick[] = [];
  for (let at = Math.ceil(axis.from / dayMs) * dayMs; at <= axis.to; at += step * dayMs)
    ticks.push({ instant: at, unit: 'day' });
  return ticks;
}

function yearTicks({ from, to }: TimeAxis, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  const first = Math.ceil(new Date(from).getUTCFullYear() / step) * step;
  for (let year = first; ; year += step) {
    const instant = new Date(0).setUTCFullYear(year, 0, 1);
    if (instant > to) return ticks;
    if (instant >= from) ticks.push({ instant, unit: 'year' });
  }
}

function monthTicks({ from, to }: TimeAxis, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  const start = new Date(from);
  for (let month = 0; ; month += step) {
    const instant = Date.UTC(start.getUTCFullYear(), month, 1);
    if (instant > to) return ticks;
    if (instant >= from) ticks.push({ instant, unit: 'month' });
  }
}

/** The change next to an instant in a direction; undefined where there is none. */
export function neighbour(
  marks: readonly ChangeMark[],
  instant: number,
  direction: 'before' | 'after',
): number | undefined {
  const instants = marks.map(({ to }) => Date.parse(to));
  return direction === 'after'
    ? instants.find((each) => each > instant)
    : instants.findLast((each) => each < instant);
}

/** A day as the parameters write it, where an instant is a midnight or days are meant; else the instant. */
export function timeText(instant: number, isDay = instant % dayMs === 0): string {
  const text = new Date(instant).toISOString();
  return isDay ? text.slice(0, 10) : text.replace('.000Z', 'Z');
}

/**
 * The instant that a parameter stands for: of an interval its end, of a day its beginning (valid time) or its end
 * (recorded time). Undefined for a position of the log and for what is open.
 */
export function instantOf(text: string | undefined, dayIs: 'first' | 'last'): number | undefined {
  const end = text?.split('/').at(-1);
  if (end === undefined || !/^\d{4}-/.test(end)) return undefined;
  const instant = Date.parse(end);
  if (Number.isNaN(instant)) return undefined;
  return dayIs === 'last' && end.length === 10 ? instant + dayMs - 1 : instant;
}

/** The same day and time of day some calendar months on; the last day of a month stays one. */
export function monthsOn(instant: number, months: number): number {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
