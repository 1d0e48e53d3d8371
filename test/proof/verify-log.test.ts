import sql, { type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Queryable } from '../../src/kernel/db/database.ts';
import { checkpointAt } from '../../src/kernel/log/proof/checkpoint-store.ts';
import { erasePayload } from '../../src/kernel/log/proof/erasure.ts';
import { makeSigningKey } from '../../src/kernel/log/proof/signing-key.ts';
import { verifyLog } from '../../src/kernel/log/proof/verify-log.ts';
import { byAdministrator } from '../engines/kernel.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
beforeAll(async () => {
  log = await openProvenLog();
  await log.addWells(0, 300);
  await log.sequencer.sequenceNow();
  await log.addWells(300, 330);
  await log.sequencer.sequenceNow();
});
afterAll(async () => {
  expect((await check()).findings).toEqual([]);
  await log.close();
});

const check = (db: Queryable = log.kernel.database) => verifyLog(db);
const kinds = async (db: Queryable) => (await check(db)).findings.map(({ kind }) => kind);

class Undo extends Error {}

/** Changes the store, looks, and takes the change back. */
async function whileChanged<T>(
  change: Sql | readonly Sql[],
  look: (db: Queryable) => Promise<T>,
): Promise<T> {
  let seen: T | undefined;
  const changing = log.kernel.database.transaction(async (tx) => {
    for (const each of [change].flat() as Sql[]) await tx.query(each);
    seen = await look(tx);
    throw new Undo();
  });
  await expect(changing).rejects.toThrow(Undo);
  return seen!;
}

test('an untouched log holds, and the check says what it was made with', async () => {
  await log.addWells(900, 2);
  const report = await check();
  expect(report).toMatchObject({ unproven: 2, erased: [], areKeysTrusted: false, findings: [] });
  expect(report.first).toBeUndefined();
  await log.sequencer.sequenceNow();
  const after = await check();
  expect(after).toMatchObject({ proven: report.proven + 2, unproven: 0, origin: 'ufuq.example.org/log' });
});

const flip = (column: string, at: string) =>
  sql([`set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 4)`]);

describe('what was changed is named', () => {
  const at = 500;
  const entry = (set: string) => sql([`update ufuq.entry set ${set} where position = ${at}`]);
  const cases: [string, Sql | readonly Sql[], object][] = [
    ['a byte of a body', entry(`body = replace(body, 'Quyu', 'Quyy')`), { kind: 'payload' }],
    ['a body that is made absent', entry('body = null'), { kind: 'payload' }],
    ['the id of a record', entry(`record = 'well-0'`), { kind: 'envelope', record: 'well-0' }],
    [
      'the register',
      entry("register = (select number from ufuq.register where id = 'secrets')"),
      { kind: 'envelope' },
    ],
    [
      'valid time, by a microsecond',
      entry(`valid_from = timestamptz '2020-01-01' + interval '1 microsecond'`),
      { kind: 'envelope' },
    ],
    ['valid time, to the other infinity', entry(`valid_from = 'infinity'`), { kind: 'envelope' }],
    ['the end of valid time', entry(`valid_to = '2030-01-01'`), { kind: 'envelope' }],
    [
      'a salt',
      sql`update ufuq.leaf_block set salts = ${flip('salts', `${(499 % 256) * 16 + 3}`)} where block = 1`,
      { kind: 'payload' },
    ],
  ];

  test.each(cases)('%s', async (_what, change, expected) => {
    const report = await whileChanged(change, check);
    expect(report.first).toBe(at);
    expect(report.findings).toEqual([expect.objectContaining({ position: at, ...expected })]);
  });

  const batchWide: [string, Sql][] = [
    ['an actor', sql`update ufuq.batch set actor = 'somebody' where first <= ${at} and last >= ${at}`],
    ['a legal basis', sql`update ufuq.batch set legal_basis = null where first <= ${at} and last >= ${at}`],
    ['a cause', sql`update ufuq.batch set cause = 'else' where first <= ${at} and last >= ${at}`],
    [
      'a time of record',
      sql`update ufuq.batch set recorded_at = recorded_at + interval '1 second' where first <= ${at} and last >= ${at}`,
    ],
    ['a batch that is gone', sql`delete from ufuq.batch where first <= ${at} and last >= ${at}`],
  ];
  test.each(batchWide)('%s, in every entry of its batch', async (_what, change) => {
    const [batch] = await log.kernel.database.query<{ first: number }>(
      sql`select first from ufuq.batch where first <= ${at} and last >= ${at}`,
    );
    const report = await whileChanged(change, check);
    expect(report.first).toBe(Number(batch!.first));
    expect(new Set(report.findings.map(({ kind }) => kind))).toEqual(new Set(['envelope']));
    expect(report.findings.length).toBe(330);
  });

  test('the name of a register, in every entry of it', async () => {
    const report = await whileChanged(
      sql`update ufuq.register_name set id = 'pits' where id = 'wells'`,
      check,
    );
    expect(new Set(report.findings.map(({ kind }) => kind))).toEqual(new Set(['envelope']));
  });

  test('an entry that is gone', async () => {
    const report = await whileChanged(sql`delete from ufuq.entry where position = ${at}`, check);
    expect(report.findings).toEqual([{ kind: 'missing', position: at }]);
  });

  test('the stored commitment, while the entry holds', async () => {
    const change = sql`update ufuq.leaf_block set commitments = ${flip('commitments', '9')} where block = 1`;
    const report = await whileChanged(change, check);
    expect(report.findings).toEqual([expect.objectContaining({ kind: 'commitment', position: 257 })]);
  });

  test.each([
    ['full tile of leaves', 0, 0, '0/000'],
    ['full tile in the middle', 0, 1, '0/001'],
    ['partial tile at the edge', 0, 2, '0/002'],
    ['tile above', 1, 0, '1/000'],
  ])('a byte of a %s', async (_what, level, number, tile) => {
    const change = sql`update ufuq.tile set hashes = ${flip('hashes', '37')} where level = ${level} and number = ${number}`;
    const report = await whileChanged(change, check);
    expect(report.findings).toEqual([{ kind: 'tile', tile }]);
    const gone = sql`delete from ufuq.tile where level = ${level} and number = ${number}`;
    expect((await whileChanged(gone, check)).findings).toEqual([{ kind: 'tile', tile }]);
  });

  test.each([
    ['root', sql`update ufuq.checkpoint set root = ${flip('root', '3')} where size = `],
    ['note', sql`update ufuq.checkpoint set note = replace(note, 'example', 'exemple') where size = `],
    [
      'signature',
      sql`update ufuq.checkpoint set note = overlay(note placing 'AAAA' from length(note) - 20) where size = `,
    ],
  ])('the %s of a checkpoint', async (_what, update) => {
    const { size } = (await checkpointAt(log.kernel.database, 10))!;
    const report = await whileChanged(sql`${update}${size}::bigint`, check);
    expect(report.findings).toEqual([{ kind: 'checkpoint', size }]);
  });

  test('an entry and another block’s tile at once, each for itself', async () => {
    const changes = [
      sql`update ufuq.entry set body = '{}' where position = 20`,
      sql`update ufuq.tile set hashes = ${flip('hashes', '37')} where level = 0 and number = 1`,
    ];
    const report = await whileChanged(changes, check);
    expect(report.findings).toEqual([
      expect.objectContaining({ kind: 'payload', position: 20 }),
      { kind: 'tile', tile: '0/001' },
    ]);
  });
});

describe('what no store can hide', () => {
  test('a log cut at its end, with its checkpoints left', async () => {
    const cut = sql`delete from ufuq.entry where position > 600`;
    const report = await whileChanged(cut, check);
    expect(report).toMatchObject({ first: 601, findings: [{ kind: 'truncated', position: 601 }] });
  });

  test('a log cut with everything that spoke of the rest, by whoever kept a checkpoint', async () => {
    const { database } = log.kernel;
    const { note } = (await checkpointAt(database))!;
    const { size } = (await checkpointAt(database, 10))!;
    const cut = [
      sql`delete from ufuq.checkpoint where size > ${size}::bigint`,
      sql`delete from ufuq.entry where position > ${size}::bigint`,
      sql`delete from ufuq.batch where first > ${size}::bigint`,
      sql`update ufuq.tile set hashes = substring(hashes for ${(size % 256) * 32}::int) where level = 0 and number = 1`,
      sql`delete from ufuq.tile where level = 0 and number > 1`,
      sql`update ufuq.tile set hashes = substring(hashes for 32) where level = 1`,
    ];
    const [blind, seeing] = await whileChanged(cut, async (db) => [
      await verifyLog(db),
      await verifyLog(db, { kept: [note] }),
    ]);
    expect(blind.findings).toEqual([]);
    expect(seeing.findings).toContainEqual(
      expect.objectContaining({ kind: 'truncated', position: size + 1 }),
    );
  });

  test('a checkpoint of another key, by whoever has the right one', async () => {
    const { database } = log.kernel;
    const [right, wrong] = [
      log.keys.signersAt(new Date())[0]!.verifier,
      makeSigningKey('ufuq.example.org/log').verifier,
    ];
    expect(await verifyLog(database, { keys: [right] })).toMatchObject({
      findings: [],
      areKeysTrusted: true,
    });
    const report = await verifyLog(database, { keys: [wrong] });
    expect(new Set(report.findings.map(({ kind }) => kind))).toEqual(new Set(['checkpoint']));
    expect(report.proven).toBe(0);
  });
});

describe('erasure', () => {
  test('what is in force is not erased', async () => {
    const { database, clock } = log.kernel;
    const erasure = {
      position: 40,
      actor: 'dpo',
      legalBasis: 'Personal Data Law, art. 5',
      reason: 'request 12',
    };
    await expect(erasePayload({ database, clock }, erasure)).rejects.toMatchObject({ id: 'conflict' });
  });

  test('an erased body leaves no trace, the log says so, and the tree still verifies', async () => {
    const { database, clock, writer, reader } = log.kernel;
    const [row] = await database.query<{ position: number; salts: Uint8Array }>(
      sql`select position from ufuq.entry where record = 'well-7'`,
    );
    const position = Number(row!.position);
    await writer.write(
      [{ verb: 'update', register: 'wells', record: 'well-7', properties: { name: 'x' } }],
      byAdministrator,
    );
    await log.sequencer.sequenceNow();
    const erasure = { position, actor: 'dpo', legalBasis: 'Personal Data Law, art. 5', reason: 'request 12' };
    const entry = await erasePayload({ database, clock }, erasure);
    await expect(erasePayload({ database, clock }, erasure)).rejects.toMatchObject({ id: 'conflict' });
    await log.sequencer.sequenceNow();
    expect(await check()).toMatchObject({ erased: [position], findings: [] });
    const [left] = await database.query<{ body: string | null; rows: number }>(sql`
      select body, (select count(*) from register.wells where _entry = position) as rows
      from ufuq.entry where position = ${position}::bigint`);
    expect(left).toEqual({ body: null, rows: 0 });
    expect(
      (await reader.item({ register: 'wells', caller: byAdministrator.caller }, 'well-7'))?.properties.name,
    ).toBe('x');

    // An erasure that the log does not tell of is a change like any other.
    const untold = sql`update ufuq.entry set register = 1 where position = ${entry}::bigint`;
    expect(await whileChanged(untold, kinds)).toEqual(['payload', 'envelope']);
    const notGone = sql`update ufuq.entry set body = '{}' where position = ${position}::bigint`;
    expect(await whileChanged(notGone, kinds)).toEqual(['erasure']);
  });
});
