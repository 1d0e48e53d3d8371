import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Queryable } from '../../src/kernel/db/database.ts';
import { checkpointAt } from '../../src/kernel/log/proof/checkpoint-store.ts';
import { openSequencer } from '../../src/kernel/log/proof/sequencer.ts';
import { verifyLog } from '../../src/kernel/log/proof/verify-log.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
beforeAll(async () => {
  log = await openProvenLog();
  await log.addWells(0, 100);
  await log.sequencer.sequenceNow();
});
afterAll(() => log.close());

/** A database that dies before the n-th statement of a transaction, or, where there are fewer, before the commit. */
function dyingBefore(database: Database, statement: number): Database {
  return Object.assign(Object.create(database) as Database, {
    transaction: <T>(work: (tx: Queryable) => Promise<T>) =>
      database.transaction(async (tx) => {
        let left = statement;
        const query: Queryable['query'] = async (...args) => {
          if (left-- === 0) throw new Error('killed');
          return await tx.query(...args);
        };
        await work({ ...tx, query });
        throw new Error('killed');
      }),
  });
}

test('a process that dies at any statement leaves the tree as it was, and the next one goes on', async () => {
  const { database, clock } = log.kernel;
  for (let statement = 0; statement < 16; statement++) {
    await log.addWells(1000 + statement * 10, 10);
    const before = await checkpointAt(database);
    const dying = openSequencer({ database: dyingBefore(database, statement), clock, keys: log.keys });
    await expect(dying.sequenceNow()).rejects.toThrow('killed');
    expect(await checkpointAt(database)).toEqual(before);
  }
  expect(await log.sequencer.sequenceNow()).toBeGreaterThan(260);
  expect((await verifyLog(database)).findings).toEqual([]);
});
