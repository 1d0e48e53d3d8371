import fc from 'fast-check';
import type { Kind, Operation, Properties } from './naive-history.ts';

export const records = ['a', 'b', 'c'] as const;
export const kinds: readonly Kind[] = ['open', 'dated', 'event', 'always'];

export const halfDay = 43_200_000;

/** Times are drawn as half days from the beginning of a history, so that bounds meet each other and the clock. */
type HalfDays = number;

interface RandomOperation {
  readonly verb: Operation['verb'];
  readonly record: string;
  readonly value: number;
  readonly group?: string | null;
  /** Days. */
  readonly start?: number | null;
  readonly end?: number | null;
  readonly valid?: { readonly from: HalfDays | null; readonly length: HalfDays | null };
}

export interface RandomStep {
  readonly operations: readonly RandomOperation[];
  /** Half days that pass before it. */
  readonly pause: number;
}

type Bound = { readonly day: number } | { readonly moment: HalfDays } | '..';

/** What is asked: times as a client writes them, and whether only great values are wanted. */
export interface RandomQuestion {
  readonly datetime?: readonly Bound[];
  /** As known after so many of the steps, by position or by time. */
  readonly known?: { readonly after: number; readonly by: 'position' | 'time' };
  readonly isFiltered: boolean;
}

export interface RandomHistory {
  readonly kind: Kind;
  readonly steps: readonly RandomStep[];
  readonly questions: readonly RandomQuestion[];
}

const someDay = fc.integer({ min: -4, max: 8 });
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });

const operation: fc.Arbitrary<RandomOperation> = fc.record(
  {
    verb: fc.constantFrom('create', 'create', 'replace', 'update', 'retire'),
    record: fc.constantFrom(...records),
    value: fc.integer({ min: 0, max: 99 }),
    group: fc.constantFrom('x', 'y', null),
    start: perhaps(someDay),
    end: perhaps(fc.integer({ min: -3, max: 12 })),
    valid: fc.record({
      from: perhaps(fc.integer({ min: -8, max: 16 })),
      length: perhaps(fc.integer({ min: 1, max: 12 })),
    }),
  },
  { requiredKeys: ['verb', 'record', 'value'] },
);

const moment = fc.record({ moment: fc.integer({ min: -10, max: 28 }) });
const day = fc.record({ day: someDay });
const end = fc.oneof(moment, day);
const open = fc.constant('..' as const);
const datetime: fc.Arbitrary<readonly Bound[]> = fc.oneof(
  fc.tuple(moment),
  fc.tuple(day),
  fc.tuple(end, end).map((ends) => ends.sort((a, b) => halfDaysOf(a) - halfDaysOf(b))),
  fc.tuple(end, open),
  fc.tuple(open, end),
  fc.tuple(open, open),
);

function halfDaysOf(bound: { readonly day: number } | { readonly moment: number }): number {
  return 'day' in bound ? 2 * bound.day : bound.moment;
}

const question: fc.Arbitrary<RandomQuestion> = fc.record(
  {
    datetime,
    known: fc.record({ after: fc.nat({ max: 8 }), by: fc.constantFrom('position', 'time') }),
    isFiltered: fc.boolean(),
  },
  { requiredKeys: ['isFiltered'] },
);

export const randomHistory: fc.Arbitrary<RandomHistory> = fc.record({
  kind: fc.constantFrom('dated' as const, ...kinds),
  steps: fc.array(
    fc.record({
      operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
      pause: fc.integer({ min: 0, max: 8 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  questions: fc.array(question, { minLength: 3, maxLength: 5 }),
});

const dayOf = (base: number, days: number) => new Date(base + 2 * days * halfDay).toISOString().slice(0, 10);

/** An operation in a history that begins at a midnight (milliseconds). */
export function operationAt(base: number, random: RandomOperation): Operation {
  const { verb, record, value, group, start, end, valid } = random;
  const written = (days: number | null) => (days === null ? null : dayOf(base, days));
  const properties: Properties = {
    value,
    ...(group === undefined ? {} : { group }),
    ...(start === undefined ? {} : { start: written(start) }),
    ...(end === undefined ? {} : { end: written(end) }),
  };
  if (!valid) return { verb, record, properties };
  const from = valid.from === null ? Number.NEGATIVE_INFINITY : base + valid.from * halfDay;
  const first = valid.from ?? 0;
  const to = valid.length === null ? Number.POSITIVE_INFINITY : base + (first + valid.length) * halfDay;
  return { verb, record, properties, valid: { from, to } };
}

/** The parameter `datetime` as a client writes it. */
export function datetimeAt(base: number, bounds: readonly Bound[]): string {
  const text = (each: Bound) =>
    each === '..'
      ? '..'
      : 'day' in each
        ? dayOf(base, each.day)
        : new Date(base + each.moment * halfDay).toISOString();
  return bounds.map(text).join('/');
}
