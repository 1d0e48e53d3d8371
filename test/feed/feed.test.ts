import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import type { Problem } from '../../src/kernel/errors.ts';
import { canonicalJson } from '../../src/kernel/log/canonical-json.ts';
import type { Body, Position } from '../../src/kernel/log/entry.ts';
import type { Change } from '../../src/kernel/log/feed/change.ts';
import type { FeedQuestion } from '../../src/kernel/log/feed/lens.ts';
import { openFeed } from '../../src/kernel/log/feed/open-feed.ts';
import { readChanges } from '../../src/kernel/log/feed/read-changes.ts';
import { readEarlier } from '../../src/kernel/log/feed/read-earlier.ts';
import { formatInstant, parseInstant } from '../../src/kernel/log/instant.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/** Random histories: the changes, laid over one another, are at every position what the caller may see, and no more. */

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const plots = defineRegister({
  id: 'plots',
  title: same('Plots'),
  description: same('A number and a place each'),
  geometry: 'Point',
  provenance: false,
  validTime: { kind: 'interval' },
  access: { read: 'public', rows: 'value < 60' },
  fields: [
    { name: 'value', type: 'integer', title: same('Value') },
    { name: 'owner', type: 'string', secrecy: 'restricted', title: same('Owner') },
  ],
});
const others = defineRegister({ ...plots, id: 'others', access: { read: 'public' } });
const secrets = defineRegister({ ...plots, id: 'secrets', access: { read: 'restricted' } });

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel([plots, others, secrets]);
}, 180_000);
afterAll(() => kernel.database.close());

const days = 10;
const day = (n: number) => Date.UTC(2020, 0, 1 + n);
const bound = (n: number | null) => (n === null ? null : formatInstant(day(n)));
const instants = [-1, 0, 3, 5, 8, 40].map(day);

const change = fc
  .record({
    register: fc.constantFrom('plots', 'plots', 'others', 'secrets'),
    record: fc.constantFrom('a', 'b'),
    from: fc.option(fc.integer({ min: 0, max: days - 1 })),
    length: fc.option(fc.integer({ min: 1, max: days })),
    value: fc.option(fc.constantFrom(10, 30, 50, 70), { freq: 4 }),
    owner: fc.constantFrom('Aygün', 'Rəşad'),
    x: fc.constantFrom(10, 50),
    joins: fc.boolean(),
  })
  .map(({ from, length, ...rest }) => ({ ...rest, from, to: length === null ? null : (from ?? 0) + length }));

type Said = {
  position: Position;
  register: string;
  record: string;
  from: number;
  to: number;
  body: Body | null;
};
type Shows = (register: string, body: Body) => Body | null;

const withoutOwner = ({ geometry, properties: { owner: _, ...properties } }: Body): Body => ({
  geometry,
  properties,
});
const value = ({ properties }: Body) => properties.value as number;
const inBox = ({ geometry }: Body) => (geometry as { coordinates: number[] }).coordinates[0]! < 20;
const publicly: Shows = (register, body) =>
  register === 'secrets' || (register === 'plots' && value(body) >= 60) ? null : withoutOwner(body);

/** Questions, and in plain words what each of them may see. */
const observers: readonly { question: FeedQuestion; shows: Shows }[] = [
  { question: { caller: administrator }, shows: (_, body) => body },
  { question: { caller: anonymous }, shows: publicly },
  {
    question: { caller: administrator, registers: ['plots', 'secrets'] },
    shows: (register, body) => (register === 'others' ? null : body),
  },
  {
    question: { caller: administrator, filter: { source: 'value > 20', language: 'cql2-text' } },
    shows: (_, body) => (value(body) > 20 ? body : null),
  },
  {
    question: { caller: anonymous, registers: ['plots'], bbox: [0, 0, 20, 20] },
    shows: (register, body) => (register === 'plots' && inBox(body) ? publicly(register, body) : null),
  },
  {
    question: {
      caller: anonymous,
      filter: { source: 'value <= 30', language: 'cql2-text' },
      bbox: [170, 0, 20, 20],
    },
    shows: (register, body) => (inBox(body) && value(body) <= 30 ? publicly(register, body) : null),
  },
];

const show = (body: Body | null) => canonicalJson(body);

/** What is visible of a record at an instant: of what was said of it up to a position, the latest, if it is shown. */
function naive(
  said: readonly Said[],
  shows: Shows,
  position: Position,
  key: string,
  instant: number,
): string {
  const winner = said
    .filter(
      (s) =>
        `${s.register}/${s.record}` === key && s.position <= position && s.from <= instant && instant < s.to,
    )
    .at(-1);
  return show(winner?.body ? shows(winner.register, winner.body) : null);
}

const startOf = (change: Change) =>
  change.valid.from === null ? Number.NEGATIVE_INFINITY : parseInstant(change.valid.from)!;
const endOf = (change: Change) =>
  change.valid.to === null ? Number.POSITIVE_INFINITY : parseInstant(change.valid.to)!;

function folded(changes: readonly Change[], position: Position, key: string, instant: number): string {
  const winner = changes
    .filter(
      (each) =>
        `${each.register}/${each.record}` === key &&
        each.position <= position &&
        startOf(each) <= instant &&
        instant < endOf(each),
    )
    .at(-1);
  return show(winner?.body ?? null);
}

const isAbsence = ({ id, violations }: Problem) =>
  id === 'record-not-found' ||
  (id === 'invalid-record' && violations.every(({ code }) => code === 'record-not-found'));

async function write(
  prefix: string,
  changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const said: Said[] = [];
  for (let at = 0; at < changes.length; ) {
    const batch = [changes[at++]!];
    while (at < changes.length && changes[at]!.joins) batch.push(changes[at++]!);
    const intents = batch.map(({ register, record, from, to, value: number, owner, x }) => {
      const target = { register, record: prefix + record, valid: { from: bound(from), to: bound(to) } };
      const body: Body = {
        properties: { owner, value: number },
        geometry: { type: 'Point', coordinates: [x, 10] },
      };
      return number === null
        ? { verb: 'retire' as const, ...target }
        : { verb: 'replace' as const, ...target, body };
    });
    const written = await kernel.writer.write(intents, byAdministrator).catch((problem) => {
      if (!isAbsence(problem)) throw problem;
    });
    written?.forEach(({ position }, index) => {
      const { register, record, from, to } = batch[index]!;
      said.push({
        position,
        register,
        record: prefix + record,
        from: from === null ? Number.NEGATIVE_INFINITY : day(from),
        to: to === null ? Number.POSITIVE_INFINITY : day(to),
        body: 'body' in intents[index]! ? (intents[index] as { body: Body }).body : null,
      });
    });
  }
  return said;
}

test('whoever lays the changes over one another has at every position what they may see', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 9 }),
      async (changes, limit) => {
        const prefix = `${round++}-`;
        const start = await kernel.reader.position();
        const said = await write(prefix, changes);
        const keys = [...new Set(said.map(({ register, record }) => `${register}/${record}`))];
        for (const { question, shows } of observers) {
          const feed = await openFeed(kernel.registry, question);
          const told: Change[] = [];
          let since = start;
          for (let isLatest = false; !isLatest; ) {
            const page = await readChanges(kernel.database, feed, { since, limit });
            expect(page.changes.length).toBeLessThanOrEqual(limit);
            expect(page.next).toBeGreaterThanOrEqual(since);
            told.push(...page.changes);
            ({ next: since, isLatest } = page);
          }
          const positions = told.map(({ position }) => position);
          expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
          const backwards: Change[] = [];
          for (let before: number | undefined; (before ?? Number.MAX_SAFE_INTEGER) > start + 1; ) {
            const page = await readEarlier(kernel.database, feed, {
              limit,
              ...(before !== undefined && { before }),
            });
            backwards.push(...page.changes);
            before = page.before;
          }
          expect(backwards.reverse().filter(({ position }) => position > start)).toEqual(told);
          for (const position of said.map((s) => s.position))
            for (const key of keys)
              for (const instant of instants)
                expect(folded(told, position, key, instant)).toBe(naive(said, shows, position, key, instant));
          // Nothing is told of a record of which nothing was ever visible.
          for (const { register, record } of told)
            expect(
              said.some(
                (s) => s.register === register && s.record === record && s.body && shows(register, s.body),
              ),
            ).toBe(true);
        }
      },
    ),
    { numRuns: 40 },
  );
}, 180_000);
