import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, daysBetween, lastDayOf } from './calendar.ts';
import { type EventKind, eventKinds, type Obligation, type PromiseEvent, statuses } from './promise.ts';
import { promiseStatus } from './promise-status.ts';

const event = (kind: EventKind, day: string, more: Partial<PromiseEvent> = {}): PromiseEvent => ({
  id: `${kind} ${day}`,
  kind,
  day,
  hasEvidence: false,
  ...more,
});
const proof = { hasEvidence: true };

describe('days', () => {
  test.each([
    ['2026-02-10', 'day', '2026-02-10'],
    ['2024-02-10', 'month', '2024-02-29'],
    ['2026-02-10', 'month', '2026-02-28'],
    ['2026-05-01', 'quarter', '2026-06-30'],
    ['2026-12-31', 'quarter', '2026-12-31'],
    ['2026-01-01', 'year', '2026-12-31'],
  ] as const)('%s to the %s ends on %s', (day, precision, last) => {
    expect(lastDayOf(day, precision)).toBe(last);
  });

  test.each([
    ['2025-10-18', 'P3M', '2026-01-18'],
    ['2025-11-30', 'P3M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-12-20', 'P2W', '2027-01-03'],
    ['2026-12-31', 'P1D', '2027-01-01'],
    ['2026-12-31', 'P0D', '2026-12-31'],
    ['0099-12-01', 'P1M', '0100-01-01'],
  ])('%s and %s is %s', (day, period, after) => {
    expect(dayAfter(day, period)).toBe(after);
  });
});

describe('a promise', () => {
  const due = { due: '2026-06-30' };

  test.each<[string, Obligation, PromiseEvent[], string, string, string]>([
    ['is open until its day', due, [], '2026-06-30', 'open', 'not-due-yet'],
    ['is late from the day after', due, [], '2026-07-01', 'late', 'due-passed'],
    [
      'is kept by what a document shows',
      due,
      [event('delivered', '2026-05-01', proof)],
      '2027-01-01',
      'kept',
      'delivered',
    ],
    [
      'is kept late where it was delivered late',
      due,
      [event('delivered', '2026-08-01', proof)],
      '2027-01-01',
      'kept',
      'delivered-after-due',
    ],
    [
      'was late before it was delivered late',
      due,
      [event('delivered', '2026-08-01', proof)],
      '2026-07-15',
      'late',
      'due-passed',
    ],
    [
      'is unknown where somebody says so',
      due,
      [event('delivered', '2026-05-01')],
      '2027-01-01',
      'unknown',
      'claimed-without-evidence',
    ],
    ['has no status without a day', {}, [], '2026-01-01', 'unknown', 'no-due-date'],
    [
      'waits for its condition',
      { condition: { kind: 'meeting-held', after: 'P1M' } },
      [],
      '2026-01-01',
      'unknown',
      'condition-not-met',
    ],
    [
      'lapses with its condition',
      { condition: { kind: 'meeting-held' } },
      [event('condition-failed', '2026-01-01')],
      '2026-01-01',
      'lapsed',
      'condition-failed',
    ],
    [
      'lapses when it is withdrawn in time',
      due,
      [event('withdrawn', '2026-06-30')],
      '2027-01-01',
      'lapsed',
      'withdrawn',
    ],
    [
      'stays late when it is withdrawn after its day',
      due,
      [event('withdrawn', '2026-07-01')],
      '2027-01-01',
      'late',
      'due-passed',
    ],
    [
      'lapses with its agreement',
      { ...due, agreementEnded: '2026-03-01' },
      [],
      '2026-03-01',
      'lapsed',
      'agreement-ended',
    ],
    [
      'was open before its agreement ended',
      { ...due, agreementEnded: '2026-03-01' },
      [],
      '2026-02-28',
      'open',
      'not-due-yet',
    ],
    [
      'moves with an extension',
      due,
      [event('extended', '2026-06-01', { newDue: '2026-12-31' })],
      '2026-07-01',
      'open',
      'not-due-yet',
    ],
    [
      'is kept by its own record with documents',
      { ...due, fulfilled: '2026-01-01', hasEvidence: true },
      [],
      '2026-07-01',
      'kept',
      'delivered',
    ],
    [
      'is only claimed by its own record without',
      { ...due, fulfilled: '2026-01-01' },
      [],
      '2026-07-01',
      'unknown',
      'claimed-without-evidence',
    ],
    [
      'is claimed by a record that says kept',
      { ...due, stated: 'kept' },
      [],
      '2026-01-01',
      'unknown',
      'claimed-without-evidence',
    ],
    [
      'progress is not delivery',
      due,
      [event('progress', '2026-01-01', proof)],
      '2026-07-01',
      'late',
      'due-passed',
    ],
  ])('%s', (_name, obligation, events, day, status, reason) => {
    expect(promiseStatus(obligation, events, day)).toMatchObject({ status, reason });
  });

  test('that hangs on a meeting is due after the first that was held', () => {
    const obligation: Obligation = { condition: { kind: 'meeting-held', after: 'P3M' } };
    const events = [event('meeting-held', '2026-05-31'), event('meeting-held', '2026-02-28')];
    expect(promiseStatus(obligation, events, '2026-03-01')).toEqual({
      status: 'open',
      reason: 'not-due-yet',
      due: '2026-05-28',
      dueFrom: 'condition',
      daysLeft: 88,
    });
  });
});

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const precision = fc.constantFrom('day', 'month', 'quarter', 'year' as const);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const events = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...eventKinds),
      day,
      hasEvidence: fc.boolean(),
      newDue: optional(day),
      newDuePrecision: optional(precision),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((each, index): PromiseEvent => ({ id: `e${index}`, ...each })));
const obligation: fc.Arbitrary<Obligation> = fc.record({
  due: optional(day),
  duePrecision: optional(precision),
  condition: optional(
    fc.record({
      kind: fc.constantFrom(...eventKinds),
      after: optional(fc.constantFrom('P3M', 'P10D', 'P1Y')),
    }),
  ),
  fulfilled: optional(day),
  hasEvidence: fc.boolean(),
  stated: optional(fc.constantFrom('kept', 'withdrawn' as const)),
  agreementEnded: optional(day),
});

describe('whatever was promised and whatever happened', () => {
  const property = (check: (o: Obligation, e: readonly PromiseEvent[], d: string) => void) =>
    fc.assert(fc.property(obligation, events, day, check), { numRuns: 2000 });

  test('there is one status, it says why, and its figures agree with its days', () => {
    property((o, e, d) => {
      const verdict = promiseStatus(o, e, d);
      expect(statuses).toContain(verdict.status);
      if (verdict.status === 'late') expect(verdict.daysLate).toBe(daysBetween(verdict.due!, d));
      if (verdict.status === 'open') expect(verdict.daysLeft).toBeGreaterThanOrEqual(0);
      if (verdict.on !== undefined) expect(verdict.on <= d).toBe(true);
    });
  });

  test('the order in which events are read changes nothing, nor does what happens later', () => {
    property((o, e, d) => {
      const verdict = promiseStatus(o, e, d);
      expect(promiseStatus(o, e.toReversed(), d)).toEqual(verdict);
      expect(
        promiseStatus(
          o,
          e.filter((each) => each.day <= d),
          d,
        ),
      ).toEqual(verdict);
    });
  });

  test('nothing is kept that no document shows', () => {
    property((o, e, d) => {
      const bare = promiseStatus(
        { ...o, hasEvidence: false },
        e.map((each) => ({ ...each, hasEvidence: false })),
        d,
      );
      expect(bare.status).not.toBe('kept');
    });
  });

  test('a document never takes away that a promise was kept, and never makes one late', () => {
    property((o, e, d) => {
      const before = promiseStatus(o, e, d).status;
      for (const index of e.keys()) {
        const after = promiseStatus(
          o,
          e.map((each, at) => (at === index ? { ...each, hasEvidence: true } : each)),
          d,
        );
        if (before === 'kept') expect(after.status).toBe('kept');
        if (before !== 'late') expect(after.status).not.toBe('late');
      }
    });
  });

  test('once kept it stays kept; without events a day later changes open to late and nothing else', () => {
    fc.assert(
      fc.property(obligation, events, day, day, (o, e, a, b) => {
        const [d, later] = a < b ? [a, b] : [b, a];
        if (promiseStatus(o, e, d).status === 'kept') expect(promiseStatus(o, e, later).status).toBe('kept');
        const still = { ...o, fulfilled: undefined, agreementEnded: undefined };
        const known = e.filter((each) => each.day <= d);
        const [before, after] = [
          promiseStatus(still, known, d).status,
          promiseStatus(still, known, later).status,
        ];
        if (before !== after) expect([before, after]).toEqual(['open', 'late']);
      }),
      { numRuns: 2000 },
    );
  });
});
