import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queryable } from '../../src/kernel/db/database.ts';
import { checkpointAt, logKeys } from '../../src/kernel/log/proof/checkpoint-store.ts';
import { ForkError } from '../../src/kernel/log/proof/fork-guard.ts';
import { type LogProof, openLogProof } from '../../src/kernel/log/proof/log-proof.ts';
import { verifyLog } from '../../src/kernel/log/proof/verify-log.ts';
import { checkProof } from '../../src/server/operation/proof-checks.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
let proof: LogProof;
const folder = mkdtempSync(join(tmpdir(), 'ufuq-fork-'));
const open = () => openLogProof({ database: log.kernel.database, clock: log.kernel.clock, folder });
const outcome = async () => (await checkProof(log.kernel.database, folder))[0]!.outcome;

beforeAll(async () => {
  log = await openProvenLog();
  proof = await open();
  await log.addWells(0, 280);
  await proof.sequenceNow();
});
afterAll(async () => {
  await log.close();
  rmSync(folder, { recursive: true });
});

const tables = ['entry', 'batch', 'head', 'leaf_block', 'tile', 'checkpoint', 'log_key'] as const;

/** What a backup of the log has. */
async function backUp(tx: Queryable): Promise<void> {
  await tx.query(sql`create schema backup`);
  await tx.query(sql`create table backup.entry as select * from ufuq.entry`);
  await tx.query(sql`create table backup.batch as select * from ufuq.batch`);
  await tx.query(sql`create table backup.head as select * from ufuq.head`);
  await tx.query(sql`create table backup.leaf_block as select * from ufuq.leaf_block`);
  await tx.query(sql`create table backup.tile as select * from ufuq.tile`);
  await tx.query(sql`create table backup.checkpoint as select * from ufuq.checkpoint`);
  await tx.query(sql`create table backup.log_key as select * from ufuq.log_key`);
}

async function putBack(tx: Queryable): Promise<void> {
  await tx.query(sql`truncate ufuq.cosignature, ufuq.checkpoint`);
  await tx.query(sql`truncate ufuq.entry, ufuq.batch, ufuq.head, ufuq.leaf_block, ufuq.tile, ufuq.log_key`);
  await tx.query(sql`insert into ufuq.entry select * from backup.entry`);
  await tx.query(sql`insert into ufuq.batch select * from backup.batch`);
  await tx.query(sql`insert into ufuq.head select * from backup.head`);
  await tx.query(sql`insert into ufuq.leaf_block select * from backup.leaf_block`);
  await tx.query(sql`insert into ufuq.tile select * from backup.tile`);
  await tx.query(sql`insert into ufuq.checkpoint select * from backup.checkpoint`);
  await tx.query(sql`insert into ufuq.log_key select * from backup.log_key`);
  await tx.query(sql`drop schema backup cascade`);
  expect(tables).toHaveLength(7);
}

test('a store that goes on is signed on, also after opening again', async () => {
  await log.addWells(300, 3);
  proof = await open();
  await proof.sequenceNow();
  expect(await outcome()).toBe('ok');
  await log.addWells(310, 1);
  expect(await outcome()).toBe('warning');
  await proof.sequenceNow();
});

test('an older backup that was put back is not signed over, neither while it is shorter nor once it has grown', async () => {
  const { database } = log.kernel;
  await database.transaction(backUp);
  await log.addWells(400, 40);
  const lost = await proof.sequenceNow();
  await database.transaction(putBack);
  for (const running of [proof, await open()])
    await expect(running.sequenceNow()).rejects.toMatchObject({ state: { kind: 'behind', signed: lost } });
  expect(await outcome()).toBe('behind');

  await log.addWells(500, 60); // as many entries again, and others
  const again = await open();
  await expect(again.sequenceNow()).rejects.toThrow(ForkError);
  expect((await checkpointAt(database))!.size).toBeLessThan(lost);

  // Somebody else's keys sign the other history; ours still refuse to continue it.
  await log.sequencer.sequenceNow();
  await expect(again.sequenceNow()).rejects.toMatchObject({ state: { kind: 'other', signed: lost } });
  expect(await outcome()).toBe('other');
});

test('the way out says in the log what is lost, and a new key signs from there', async () => {
  const { database } = log.kernel;
  const stuck = await open();
  const before = (await logKeys(database)).length;
  const why = { actor: 'administrator', legalBasis: 'Order 7', reason: 'The disk of the night was lost' };
  const position = await stuck.acceptRestoration(why);
  await stuck.sequenceNow();
  expect(await outcome()).toBe('ok');
  expect((await logKeys(database)).length).toBe(before + 1);
  const [row] = await database.query<{ body: string }>(
    sql`select body from ufuq.entry where position = ${position}::bigint`,
  );
  expect(JSON.parse(row!.body).properties).toMatchObject({
    reason: why.reason,
    root: expect.any(String),
    signed: expect.any(Number),
  });
  expect((await verifyLog(database)).findings).toEqual([]);
  await expect(stuck.acceptRestoration(why)).rejects.toMatchObject({ id: 'conflict' });
});
