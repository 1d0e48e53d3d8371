import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import sql, { raw, type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator, anonymous, type Caller } from '../../src/kernel/access/caller.ts';
import { Problem } from '../../src/kernel/errors.ts';
import { formatInstant } from '../../src/kernel/log/instant.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { erasePayload } from '../../src/kernel/log/proof/erasure.ts';
import { openKeyRing } from '../../src/kernel/log/proof/key-ring.ts';
import { openSequencer, type Sequencer } from '../../src/kernel/log/proof/sequencer.ts';
import { rebuildTables } from '../../src/kernel/log/rebuild/rebuild-tables.ts';
import { digestOf } from '../../src/kernel/log/rebuild/table-digest.ts';
import { tableOf } from '../../src/kernel/register/columns.ts';
import type { ValidTime } from '../../src/kernel/register/declaration.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { addRebuild } from '../../src/server/operation/rebuild-route.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import type { Kind } from '../two-times/naive-history.ts';
import {
  halfDay,
  kinds,
  operationAt,
  type RandomHistory,
  randomHistory,
} from '../two-times/random-history.ts';

/** Tables are derived: made anew from the log they are what the writer left, to the last byte of every row. */

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const times: Readonly<Record<Kind, ValidTime>> = {
  open: { kind: 'interval' },
  dated: { kind: 'interval', from: 'start', to: 'end' },
  event: { kind: 'event', at: 'start' },
  always: { kind: 'always' },
};
/** Longer than an identifier of PostgreSQL, so that tables and indexes have shortened names. */
const idOf = (kind: Kind) => `${kind}-${'x'.repeat(60)}`;
const registers = kinds.map((kind) =>
  defineRegister({
    id: idOf(kind),
    title: same(kind),
    description: same(kind),
    geometry: 'Geometry',
    provenance: false,
    validTime: times[kind],
    fields: [
      { name: 'value', type: 'number', indexed: true, title: same('Value') },
      { name: 'group', type: 'string', title: same('Group') },
      { name: 'names', type: 'localized', title: same('Names') },
      { name: 'start', type: 'date', title: same('Start') },
      { name: 'end', type: 'date', title: same('End') },
    ],
  }),
);

let kernel: TestKernel;
let sequencer: Sequencer;
const keyFolder = mkdtempSync(join(tmpdir(), 'ufuq-rebuild-'));
beforeAll(async () => {
  kernel = await openKernel(registers);
  kernel.testClock.set('2024-01-01T00:00:00Z');
  const { database, clock } = kernel;
  const keys = await openKeyRing({ database, folder: keyFolder, clock, origin: 'ufuq.example.org/log' });
  sequencer = openSequencer({ database, clock, keys });
}, 180_000);
afterAll(async () => {
  await kernel.database.close();
  rmSync(keyFolder, { recursive: true, force: true });
});

let run = 0;

/** Writes what random histories say; what cannot be done is refused, as a person would be. */
async function write(history: RandomHistory): Promise<void> {
  const base = kernel.testClock.now;
  const mine = run++;
  for (const { operations, pause } of history.steps) {
    const intents = operations.map((random, index): Intent => {
      const { verb, record, properties, valid } = operationAt(base, random);
      const period = valid && { from: formatInstant(valid.from), to: formatInstant(valid.to) };
      const target = {
        register: idOf(history.kind),
        record: `${mine}-${record}`,
        ...(period ? { valid: period } : {}),
      };
      const geometry =
        index === 1 ? null : { type: 'Point' as const, coordinates: [49.8671 + index / 3, 40.4093] };
      const said = { names: { az: `Ə "${mine}"\\`, en: 'x\ty' }, ...properties };
      if (verb === 'retire') return { verb, ...target };
      if (verb === 'update') return { verb, ...target, properties: { ...properties }, geometry };
      return { verb, ...target, body: { properties: said, geometry } };
    });
    await kernel.writer.write(intents, byAdministrator).catch((error) => {
      if (error.constructor.name !== 'Problem') throw error;
    });
    kernel.testClock.now += pause * halfDay + 1;
  }
}

const compare = () => rebuildTables(kernel, { isComparison: true });
const tables = async () =>
  (
    await kernel.database.query<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'register' order by 1`,
    )
  ).map(({ name }) => name);
const indexes = async () =>
  (
    await kernel.database.query<{ name: string }>(
      sql`select indexname as name from pg_indexes where schemaname = 'register' order by 1`,
    )
  ).map(({ name }) => name);

/** Erases some of what is in force no more. */
async function eraseSome(count: number): Promise<number> {
  await sequencer.sequenceNow();
  const rows = await kernel.database.query<{ position: number }>(sql`
    select position from ufuq.entry where register > 0 and body is not null order by md5(position::text)`);
  let erased = 0;
  for (const { position } of rows) {
    if (erased === count) break;
    const erasure = { position: Number(position), actor: 'test', legalBasis: 'law', reason: 'asked' };
    await erasePayload(kernel, erasure).then(
      () => erased++,
      () => {}, // in force
    );
  }
  return erased;
}

test('after random histories and erasures the derived tables are those of the writer', async () => {
  await fc.assert(fc.asyncProperty(randomHistory, write), { numRuns: 60 });
  expect(await eraseSome(12)).toBe(12);
  await fc.assert(fc.asyncProperty(randomHistory, write), { numRuns: 20 });
  const { tables: compared, isReplaced } = await compare();
  expect(isReplaced).toBe(false);
  expect(compared.map(({ register }) => register)).toEqual(kinds.map(idOf));
  for (const each of compared) expect(each).toMatchObject({ isSame: true, examples: [] });
  expect(Math.min(...compared.map(({ kept }) => kept.rows))).toBeGreaterThan(10);
});

test('the log is read in pieces, however they fall', async () => {
  const { replay, pieceEnd } = await import('../../src/kernel/log/rebuild/replay.ts');
  const { createTable, dropTable } = await import('../../src/kernel/register/table.ts');
  const head = await kernel.reader.position();
  for (const register of registers) {
    const provisional = { ...register, id: `~pieces-${register.id}` };
    const derived = [{ register: provisional, number: kernel.registry.numberOf(register.id) }];
    await kernel.database.transaction(async (tx) => {
      await createTable(tx, provisional);
      for (let at = 0; at < head; ) {
        const end = await pieceEnd(tx, at, head, 1 + (at % 3));
        await replay(tx, derived, at, end);
        at = end;
      }
      await tx.query(sql`delete from ${raw(tableOf(provisional.id))}
        where _entry in (select position from ufuq.erasure)`);
      const kept = await digestOf(tx, register);
      expect(await digestOf(tx, register, tableOf(provisional.id))).toEqual(kept);
      await dropTable(tx, provisional.id);
    });
  }
});

describe('a table that was changed behind the back of the log', () => {
  const table = raw(tableOf(idOf('open')));
  const changes: readonly (readonly [string, Sql])[] = [
    [
      'a value',
      sql`update ${table} t set value = coalesce(value, 0) + 1 where ctid = (select min(ctid) from ${table})`,
    ],
    [
      'a place',
      sql`update ${table} t set _geometry = 'SRID=4326;POINT(1 2)' where ctid = (select max(ctid) from ${table})`,
    ],
    [
      'a time',
      sql`update ${table} t set _valid_from = '1900-01-01' where ctid = (select max(ctid) from ${table})`,
    ],
    [
      'a past that was closed',
      sql`update ${table} t set _known_to = _known_to + 1
      where ctid = (select min(ctid) from ${table} where _known_to < 1000000)`,
    ],
    ['a row that is gone', sql`delete from ${table} where ctid = (select min(ctid) from ${table})`],
    ['a row too many', sql`insert into ${table} select * from ${table} limit 1`],
  ];

  test.each(changes)('is found and mended: %s', async (_, change) => {
    const before = await digestOf(kernel.database, registers[0]!);
    const question = { register: idOf('open'), caller: administrator, limit: 1000 } as const;
    const answers = async () => {
      const head = await kernel.reader.position();
      const asked = [head, Math.round(head / 2), Math.round(head / 3)].map((asOf) =>
        kernel.reader.page({ ...question, asOf, datetime: { from: null, to: null } }),
      );
      return (await Promise.all(asked)).map(({ records }) => records);
    };
    const known = await answers();
    const names = await indexes();
    await kernel.database.transaction((tx) => tx.query(change));
    const found = (await compare()).tables.filter(({ isSame }) => !isSame);
    expect(found.map(({ register }) => register)).toEqual([idOf('open')]);
    expect(found[0]!.examples).toHaveLength(1);
    const report = await rebuildTables(kernel, { isComparison: false });
    expect(report.isReplaced).toBe(true);
    expect(await digestOf(kernel.database, registers[0]!)).toEqual(before);
    expect(await answers()).toEqual(known);
    expect(await indexes()).toEqual(names);
    expect((await compare()).tables.every(({ isSame }) => isSame)).toBe(true);
  });
});

test('one register alone, with writers at work, who lose nothing', async () => {
  let isOver = false;
  let written = 0;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; !isOver || n < 5; n++, written++)
      await kernel.writer.write(
        [
          {
            verb: 'create',
            register: idOf('always'),
            record: `w${writer}-${n}`,
            body: { properties: { value: n }, geometry: null },
          },
        ],
        byAdministrator,
      );
  });
  const before = await tables();
  const report = await rebuildTables(kernel, { isComparison: false, registers: [idOf('always')] });
  isOver = true;
  await Promise.all(writers);
  expect(report.tables).toMatchObject([{ register: idOf('always'), isSame: true }]);
  expect(await tables()).toEqual(before);
  const { count } = await kernel.reader.count({ register: idOf('always'), caller: administrator });
  expect(count).toBeGreaterThanOrEqual(written);
  expect((await compare()).tables.every(({ isSame }) => isSame)).toBe(true);
});

test('stopped half-way, or at fault, it leaves everything as it was', async () => {
  const before = await tables();
  const digest = await digestOf(kernel.database, registers[1]!);
  const stop = new AbortController();
  const onProgress = () => stop.abort(new Error('stopped'));
  await expect(
    rebuildTables(kernel, { isComparison: false, signal: stop.signal, onProgress }),
  ).rejects.toThrow('stopped');
  await expect(rebuildTables(kernel, { isComparison: false, registers: ['none'] })).rejects.toMatchObject({
    id: 'register-not-found',
  });
  expect(await tables()).toEqual(before);
  expect(await digestOf(kernel.database, registers[1]!)).toEqual(digest);
});

describe('through the server', () => {
  let app: FastifyInstance;
  let caller: Caller = administrator;
  beforeAll(() => {
    app = Fastify();
    app.decorateRequest('caller', { getter: () => caller });
    app.setErrorHandler((error, _request, reply) =>
      reply.code(error instanceof Problem ? error.status : 500).send({ id: (error as Problem).id }),
    );
    addRebuild(app, kernel);
  });
  afterAll(() => app.close());
  const ask = (payload: object) => app.inject({ method: 'POST', url: '/operation/rebuild', payload });

  test('it tells in lines how far it is and what came of it', async () => {
    const answer = await ask({ isComparison: true, registers: [idOf('event')] });
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ progress: { done: 0 } });
    expect(lines.at(-1)).toMatchObject({
      report: { isReplaced: false, tables: [{ register: idOf('event'), isSame: true }] },
    });
  });

  test('it is for the administrator, and for registers that stand', async () => {
    expect((await ask({ isComparison: true, registers: ['none'] })).statusCode).toBe(404);
    caller = anonymous;
    expect((await ask({ isComparison: true })).statusCode).toBe(401);
  });
});
