import type { Violation } from '../errors.ts';
import type { Register } from '../register/register.ts';
import type { Body, ValidPeriod } from './entry.ts';
import { formatInstant, parseInstant } from './instant.ts';
import type { Stretch } from './timeline.ts';

/** All of valid time. */
export const always: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

const dayMs = 86_400_000;

/** Bounds as a writer stated them. Dates begin at midnight UTC. */
export function parsePeriod(period: ValidPeriod, pointer: string): Stretch | Violation {
  const from = period.from === null ? always.from : parseInstant(period.from);
  const to = period.to === null ? always.to : parseInstant(period.to);
  if (from === undefined)
    return { pointer: `${pointer}/from`, code: 'type-timestamp', params: { value: String(period.from) } };
  if (to === undefined)
    return { pointer: `${pointer}/to`, code: 'type-timestamp', params: { value: String(period.to) } };
  return checkOrder({ from, to }, pointer);
}

/** Bounds that the record itself states in the fields of the register's valid time; undefined where it has none. */
export function statedStretch(register: Register, body: Body): Stretch | Violation | undefined {
  const time = register.validTime;
  if (time.kind === 'event') {
    const at = instantOf(body, time.at);
    if (at === undefined) return always;
    const isDay = register.fields.find((field) => field.name === time.at)?.type === 'date';
    return { from: at, to: at + (isDay ? dayMs : 1) };
  }
  if (time.kind !== 'interval' || (time.from === undefined && time.to === undefined)) return undefined;
  const stretch = {
    from: (time.from && instantOf(body, time.from)) ?? always.from,
    to: (time.to && instantOf(body, time.to)) ?? always.to,
  } as Stretch;
  return checkOrder(stretch, `/properties/${time.to ?? time.from}`);
}

/** True where valid time is read off the record's own fields. */
export function statesItsTime(register: Register): boolean {
  const time = register.validTime;
  return time.kind === 'event' || (time.kind === 'interval' && (time.from ?? time.to) !== undefined);
}

function instantOf(body: Body, field: string): number | undefined {
  const value = body.properties[field];
  return typeof value === 'string' ? parseInstant(value) : undefined;
}

function checkOrder(stretch: Stretch, pointer: string): Stretch | Violation {
  if (stretch.from < stretch.to) return stretch;
  const params = { from: formatInstant(stretch.from) ?? '..', to: formatInstant(stretch.to) ?? '..' };
  return { pointer, code: 'period-empty', params };
}

export function isViolation(value: Stretch | Violation): value is Violation {
  return 'code' in value;
}

/** Part of valid time that a change to a record covers when nothing says more: all of it, or from now on. */
export function defaultStretch(register: Register, now: number): Stretch {
  return register.validTime.kind === 'interval' ? { from: now, to: always.to } : always;
}
