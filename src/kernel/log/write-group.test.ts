import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byAdministrator, openKernel, type TestKernel } from '../../../test/engines/kernel.ts';
import { administrator } from '../access/caller.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import { defineRegister } from '../register/define-register.ts';
import type { Intent } from './intent.ts';
import { LogWriter } from './log-writer.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: 'Polygon',
  provenance: false,
  fields: [
    { name: 'number', type: 'integer', unique: true, title: same('Number') },
    { name: 'beside', type: 'string', ref: 'wells', title: same('Beside') },
    { name: 'names', type: 'localized', title: same('Names') },
    { name: 'depth', type: 'number', title: same('Depth') },
  ],
  rules: [{ id: 'depth', holds: 'depth < 100', sentence: same('Not deeper than 100 m') }],
});

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel([wells]);
}, 120_000);
afterAll(() => kernel.database.close());

const ring = (...corners: readonly (readonly [number, number])[]) => ({
  type: 'Polygon' as const,
  coordinates: [[...corners, corners[0]!].map(([x, y]) => [x, y])],
});
const square = ring([49, 40], [49.1, 40], [49.1, 40.1], [49, 40.1]);
const bowtie = ring([49, 40], [49.1, 40.1], [49.1, 40], [49, 40.1]);

const create = (record: string, properties: object = {}, geometry: typeof square | null = null): Intent => ({
  verb: 'create',
  register: 'wells',
  record,
  body: { properties: properties as Record<string, unknown>, geometry },
});

/** What became of writes that were begun together: `ok`, or the ids of problem and violations. */
async function together(intents: readonly Intent[], writer = kernel.writer): Promise<string[]> {
  const outcomes = await Promise.allSettled(intents.map((intent) => writer.write([intent], byAdministrator)));
  return outcomes.map((outcome) => {
    if (outcome.status === 'fulfilled') return 'ok';
    const { reason } = outcome;
    if (!(reason instanceof Problem)) return String((reason as Error).message);
    return [reason.id, ...reason.violations.map(({ pointer, code }) => `${pointer} ${code}`)].join(' ');
  });
}

const count = async () => (await kernel.reader.count({ register: 'wells', caller: administrator })).count;

describe('writers that come together', () => {
  test('share commits and stay batches of their own, in positions without gaps', async () => {
    const before = await kernel.reader.position();
    const names = { names: { az: 'Quyu "1", {a}', en: 'Well \\ 1' }, depth: 1.5 };
    const outcomes = await together(Array.from({ length: 100 }, (_, i) => create(`a${i}`, names, square)));
    expect(new Set(outcomes)).toEqual(new Set(['ok']));
    const [log] = await kernel.database.query(sql`
      select count(*)::int as batches, count(distinct xmin::text)::int as commits, min(first)::int as first, max(last)::int as last
      from ufuq.batch where first > ${before}::bigint`);
    expect(log).toMatchObject({ batches: 100, first: before + 1, last: before + 100 });
    expect(log!.commits).toBeLessThanOrEqual(4);
    const item = await kernel.reader.item({ register: 'wells', caller: administrator }, 'a7');
    expect(item).toMatchObject({ geometry: square, properties: { ...names, number: null } });
  });

  test('are each refused for their own fault, and only they', async () => {
    const before = await count();
    const position = await kernel.reader.position();
    const outcomes = await together([
      create('b0', { number: 1 }),
      create('b1', {}, bowtie),
      create('b2', { beside: 'nowhere' }),
      create('a0'),
      create('b3', { depth: 200 }),
      create('b4', { depth: 'deep' }),
      create('b5', { number: 2 }, square),
    ]);
    expect(outcomes).toEqual([
      'ok',
      'invalid-record /geometry geometry-invalid',
      'invalid-record /properties/beside reference-missing',
      'record-exists',
      'invalid-record  rule',
      'invalid-record /properties/depth type-number',
      'ok',
    ]);
    expect(await count()).toBe(before + 2);
    expect(await kernel.reader.position()).toBe(position + 2);
  });

  test('with the same value of a unique field: one of them has it', async () => {
    const outcomes = await together(Array.from({ length: 8 }, (_, i) => create(`c${i}`, { number: 50 })));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.endsWith('/properties/number not-unique'))).toHaveLength(7);
  });

  test('may refer to one another, unless the other is refused', async () => {
    const fine = await together([
      create('d0'),
      create('d1', { beside: 'd0' }),
      create('d2', { beside: 'd1' }),
    ]);
    expect(fine).toEqual(['ok', 'ok', 'ok']);
    const [first, second] = await together([create('e0', { depth: 500 }), create('e1', { beside: 'e0' })]);
    expect(first).toBe('invalid-record  rule');
    expect(second).toBe('invalid-record /properties/beside reference-missing');
  });

  test('of one record follow one another: of those with the same ETag one wins', async () => {
    const item = await kernel.reader.item({ register: 'wells', caller: administrator }, 'd0');
    const outcomes = await together(
      Array.from(
        { length: 6 },
        (_, i): Intent => ({
          verb: 'update',
          register: 'wells',
          record: 'd0',
          properties: { depth: i },
          ifMatch: [item!.knownFrom],
        }),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['ok', ...Array(5).fill('precondition-failed')]);
  });

  test('a batch of thousands and a rehearsal among them', async () => {
    const before = await count();
    const large = Array.from({ length: 1500 }, (_, i) => create(`f${i}`, { depth: i % 50 }, square));
    const work = [
      ...Array.from({ length: 5 }, (_, i) => kernel.writer.write([create(`g${i}`)], byAdministrator)),
      kernel.writer.write(large, byAdministrator),
      kernel.writer.write([create('rehearsed')], { ...byAdministrator, dryRun: true }),
      kernel.writer.write([create('g5')], byAdministrator),
    ];
    expect((await Promise.all(work)).map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1500, 1, 1]);
    expect(await count()).toBe(before + 1506);
  });
});

describe('when the database fails', () => {
  const writerOver = (fault: (text: string) => void) => {
    const { database } = kernel;
    const transaction: Database['transaction'] = (work) =>
      database.transaction((tx) => {
        const query: Queryable['query'] = async (statement, options) => {
          fault(statement.text);
          return tx.query(statement, options);
        };
        return work({ ...tx, query });
      });
    const failing = Object.assign(Object.create(database) as Database, { transaction });
    const { registry, clock } = kernel;
    return new LogWriter({ database: failing, registry, clock, limits: { maxVertices: 1000 } });
  };

  test('before the commit, each is tried by itself, and none is written twice', async () => {
    let left = 1;
    const writer = writerOver((text) => {
      if (text.includes('insert into ufuq.batch') && left-- === 0) throw new Error('out of luck');
    });
    const outcomes = await together([create('h0'), create('h1'), create('h2')], writer);
    expect(outcomes).toEqual(['ok', 'ok', 'ok']);
  });

  test('always, each is told so and nothing is written', async () => {
    const before = await kernel.reader.position();
    const writer = writerOver((text) => {
      if (text.includes('insert into ufuq.batch')) throw new Error('out of luck');
    });
    expect(await together([create('i0'), create('i1')], writer)).toEqual(['out of luck', 'out of luck']);
    expect(await kernel.reader.position()).toBe(before);
  });

  test('at the commit, nobody is tried again: what became of it is not known', async () => {
    const { database, registry, clock } = kernel;
    let commits = 0;
    const transaction: Database['transaction'] = async (work) => {
      const done = await database.transaction(work);
      commits++;
      throw Object.assign(new Error('connection lost'), { done });
    };
    const lost = Object.assign(Object.create(database) as Database, { transaction });
    const writer = new LogWriter({ database: lost, registry, clock, limits: { maxVertices: 1000 } });
    expect(await together([create('j0'), create('j1'), create('j2')], writer)).toEqual(
      Array(3).fill('connection lost'),
    );
    expect(commits).toBe(2); // The first that came, and the two that came meanwhile.
    expect(await kernel.reader.item({ register: 'wells', caller: administrator }, 'j2')).toBeDefined();
  });
});
