import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator } from '../../src/kernel/access/caller.ts';
import { datetimeParameter } from '../../src/kernel/http/time-parameters.ts';
import type { ValidPeriod } from '../../src/kernel/log/entry.ts';
import { formatInstant } from '../../src/kernel/log/instant.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import type { Field, ValidTime } from '../../src/kernel/register/declaration.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { buildApp } from '../conformance/features/api.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { type Answers, answersOfApi, answersOfKernel, groupLine, line, type Posed } from './answers.ts';
import { type Asked, type Kind, NaiveHistory, type Operation } from './naive-history.ts';
import {
  datetimeAt,
  halfDay,
  kinds,
  operationAt,
  type RandomHistory,
  randomHistory,
  records,
} from './random-history.ts';

/** Random histories: what every door answers is what a naive reading of what was said gives, at every two times. */

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const field = (name: string, type: Field['type']): Field => ({ name, type, title: same(name) });
const times: Readonly<Record<Kind, ValidTime>> = {
  open: { kind: 'interval' },
  dated: { kind: 'interval', from: 'start', to: 'end' },
  event: { kind: 'event', at: 'start' },
  always: { kind: 'always' },
};
const registers = kinds.map((kind) =>
  defineRegister({
    id: kind,
    title: same(kind),
    description: same('One number each'),
    geometry: null,
    provenance: false,
    validTime: times[kind],
    fields: [
      { ...field('run', 'integer'), indexed: true },
      field('value', 'integer'),
      field('group', 'string'),
      field('start', 'date'),
      field('end', 'date'),
    ],
  }),
);

let kernel: TestKernel;
let app: FastifyInstance;
beforeAll(async () => {
  kernel = await openKernel(registers);
  app = await buildApp(kernel);
  kernel.testClock.set('2024-01-01T00:00:00Z');
}, 180_000);
afterAll(async () => {
  await app.close();
  await kernel.database.close();
});

const bound = (at: number) => formatInstant(at);

function intentOf({ verb, record, properties, valid }: Operation, kind: Kind, run: number): Intent {
  const period: { valid?: ValidPeriod } = valid
    ? { valid: { from: bound(valid.from), to: bound(valid.to) } }
    : {};
  const target = { register: kind, record: `${run}-${record}`, ...period };
  if (verb === 'retire') return { verb, ...target };
  if (verb === 'update') return { verb, ...target, properties: { ...properties } };
  return { verb, ...target, body: { properties: { run, ...properties }, geometry: null } };
}

/** What ought to be answered. */
function expected(history: NaiveHistory, run: number, asked: Asked, isFiltered: boolean): Answers {
  const all = records.flatMap((record) => {
    const version = history.answer(record, asked);
    if (!version) return [];
    const { value, group } = version.said.body!;
    const text = line(`${run}-${record}`, value, bound(version.from), bound(version.to));
    return [{ text, value, group: group ?? null, isUndated: history.isUndated(version, asked) }];
  });
  const found = all.filter(({ value }) => !isFiltered || value! >= 50);
  const tally = (list: typeof found) => {
    const undated = list.filter(({ isUndated }) => isUndated).length;
    return [list.length - undated, undated] as const;
  };
  const groups = [...new Set(found.map(({ group }) => group))];
  const lines = found.map(({ text }) => text).sort();
  return {
    page: lines,
    items: all.map(({ text }) => text).sort(),
    exported: lines.map((text) => text.split(' ')[0]!),
    count: tally(found),
    groups: groups
      .map((name) => groupLine(name, ...tally(found.filter(({ group }) => group === name))))
      .sort(),
  };
}

/** The moment that a question names, in the model's terms. */
function momentOf(kind: Kind, datetime: string | undefined, now: number): Omit<Asked, 'position'> {
  if (datetime === undefined)
    return kind === 'event'
      ? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
      : { from: now, to: now };
  const [first, last = first] = datetime.split('/') as [string, string?];
  const isDay = last.length === 10;
  return {
    from: first === '..' ? Number.NEGATIVE_INFINITY : Date.parse(first),
    to: last === '..' ? Number.POSITIVE_INFINITY : Date.parse(last) + (isDay ? 86_399_999 : 0),
  };
}

/** Writes a history, asks every door, and compares with the model. */
async function agree(run: number, { kind, steps, questions }: RandomHistory): Promise<void> {
  // Each history begins at a midnight after the one before it: the log's clock never goes back.
  const base = Math.ceil((kernel.testClock.now + 1) / (2 * halfDay)) * 2 * halfDay;
  kernel.testClock.now = base;
  const history = new NaiveHistory(kind);
  const ends: { position: number; at: number }[] = [];
  for (const { operations: drawn, pause } of steps) {
    const operations = drawn.map((operation) => operationAt(base, operation));
    kernel.testClock.now += pause * halfDay;
    const now = kernel.testClock.now;
    const next = (await kernel.reader.position()) + 1;
    const intents = operations.map((operation) => intentOf(operation, kind, run));
    const isDone = await kernel.writer.write(intents, byAdministrator).then(
      () => true,
      (problem) => {
        if (['record-exists', 'record-not-found', 'invalid-record'].includes(problem.id)) return false;
        throw problem;
      },
    );
    expect(isDone, JSON.stringify(operations)).toBe(history.batch(operations, next, now));
    ends.push({ position: await kernel.reader.position(), at: now });
    expect(ends.at(-1)!.position).toBe(history.said.at(-1)?.position ?? next - 1);
  }
  for (const question of questions) {
    const now = kernel.testClock.now;
    const end = question.known && ends[Math.min(question.known.after, ends.length - 1)]!;
    // By time, everything that was recorded at that instant is known.
    const position = !end
      ? ends.at(-1)!.position
      : question.known!.by === 'position'
        ? end.position
        : Math.max(...ends.filter(({ at }) => at <= end.at).map((each) => each.position));
    const asOf = end && (question.known!.by === 'position' ? end.position : bound(end.at)!);
    const datetime = question.datetime && datetimeAt(base, question.datetime);
    const parsed = datetime === undefined ? undefined : datetimeParameter(datetime);
    const posed: Posed = {
      register: kind,
      filter: `run = ${run}${question.isFiltered ? ' AND value >= 50' : ''}`,
      question: {
        ...(parsed && 'value' in parsed ? { datetime: parsed.value } : {}),
        ...(asOf === undefined ? {} : { asOf }),
      },
      query: {
        ...(datetime === undefined ? {} : { datetime }),
        ...(asOf === undefined ? {} : { asOf: String(asOf) }),
      },
      ids: records.map((record) => `${run}-${record}`),
    };
    const wanted = expected(
      history,
      run,
      { ...momentOf(kind, datetime, now), position },
      question.isFiltered,
    );
    const byKernel = await answersOfKernel(kernel, posed);
    // The reader's item takes the filter too.
    expect({ ...byKernel, items: [] }, 'SQL').toEqual({ ...wanted, items: [] });
    expect(byKernel.items, 'SQL item').toEqual(question.isFiltered ? wanted.page : wanted.items);
    expect(await answersOfApi(app, posed), 'API').toEqual(wanted);
  }
  await historyIsWhatWasSaid(history, kind, run);
}

async function historyIsWhatWasSaid(history: NaiveHistory, kind: Kind, run: number): Promise<void> {
  for (const record of records) {
    const said = history.said.filter((each) => each.record === record).toReversed();
    const wanted = said.map(({ position, from, to, body }) => [
      position,
      bound(from),
      bound(to),
      body?.value,
    ]);
    const told = await kernel.reader.history(kind, `${run}-${record}`, administrator, { limit: 100 });
    expect(told.map((e) => [e.position, e.valid.from, e.valid.to, e.body?.properties.value])).toEqual(wanted);
    if (said.length === 0) continue;
    const { entries } = (
      await app.inject(`/collections/${kind}/items/${run}-${record}/history?limit=100`)
    ).json();
    expect(
      entries.map((e: (typeof told)[number]) => [
        e.position,
        e.valid.from,
        e.valid.to,
        e.body?.properties.value,
      ]),
    ).toEqual(wanted);
  }
}

/** Thousands are drawn by `UFUQ_HISTORIES`. */
const numRuns = Number(process.env.UFUQ_HISTORIES ?? 40);

test(
  `lists, items, counts, exports and histories are what was said, whatever is asked when (${numRuns} histories)`,
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(randomHistory, async (random) => await agree(run++, random)),
      { numRuns },
    );
  },
  numRuns * 4_000 + 120_000,
);
