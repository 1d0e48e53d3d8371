import { statSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LogWatch } from '../../src/kernel/log/follow/log-watch.ts';
import { parseCheckpoint } from '../../src/kernel/log/proof/checkpoint.ts';
import { allCheckpoints, checkpointAt, logKeys } from '../../src/kernel/log/proof/checkpoint-store.ts';
import { openKeyRing, rotateKey } from '../../src/kernel/log/proof/key-ring.ts';
import { isConsistent } from '../../src/kernel/log/proof/merkle-verify.ts';
import { signersOf } from '../../src/kernel/log/proof/note.ts';
import { openSequencer } from '../../src/kernel/log/proof/sequencer.ts';
import { storedTiles } from '../../src/kernel/log/proof/tile-store.ts';
import { TileTree } from '../../src/kernel/log/proof/tile-tree.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
beforeAll(async () => {
  log = await openProvenLog();
});
afterAll(() => log.close());

const head = async () => {
  const [row] = await log.kernel.database.query<{ position: number }>(sql`select position from ufuq.head`);
  return Number(row!.position);
};

test('the whole log is in a signed tree, and every checkpoint is the beginning of the next', async () => {
  const { database } = log.kernel;
  await log.addWells(0, 700);
  expect(await log.sequencer.sequenceNow()).toBe(await head());
  await log.addWells(700, 3);
  expect(await log.sequencer.sequenceNow()).toBe(await head());
  expect(await log.sequencer.sequenceNow()).toBe(await head());
  const checkpoints = await allCheckpoints(database);
  expect(checkpoints.length).toBeGreaterThanOrEqual(4);
  const known = (await logKeys(database)).map(({ key }) => key);
  for (const [i, { size, root, note }] of checkpoints.entries()) {
    const signed = parseCheckpoint(note)!;
    expect(signed.checkpoint).toEqual({ origin: 'ufuq.example.org/log', size, root });
    expect(signersOf(signed.note, known)).toHaveLength(1);
    const next = checkpoints[i + 1];
    if (!next) continue;
    const proof = await new TileTree(next.size, storedTiles(database)).consistencyProof(size);
    expect(isConsistent({ size, root }, next, proof)).toBe(true);
  }
});

test('the private key is the owner’s alone, and is the same after opening again', async () => {
  const { folder, keys } = log;
  expect(statSync(join(folder, 'log-keys.json')).mode & 0o777).toBe(0o600);
  const { database, clock } = log.kernel;
  const again = await openKeyRing({ database, folder, clock });
  expect(again.origin).toBe(keys.origin);
  expect(again.signersAt(clock())[0]!.verifier).toEqual(keys.signersAt(clock())[0]!.verifier);
});

test('two that sequence at once take every entry once', async () => {
  const { database, clock } = log.kernel;
  const others = [1, 2].map(() => openSequencer({ database, clock, keys: log.keys, chunk: 7 }));
  await log.addWells(1000, 40);
  expect(await Promise.all(others.map((each) => each.sequenceNow()))).toEqual([await head(), await head()]);
  const last = (await checkpointAt(database))!;
  expect(last.size).toBe(await head());
});

test('a commit is proven within a second, while commits go on', async () => {
  const { database } = log.kernel;
  const watch = new LogWatch(database);
  log.sequencer.start(watch);
  let isOver = false;
  const writing = (async () => {
    for (let i = 0; !isOver; i++) await log.addWells(2000 + i, 1);
  })();
  await log.addWells(1500, 1);
  const wanted = await head();
  const since = performance.now();
  while (((await checkpointAt(database))?.size ?? 0) < wanted) await new Promise((r) => setTimeout(r, 20));
  expect(performance.now() - since).toBeLessThan(2000);
  isOver = true;
  await writing;
  await log.sequencer.stop();
  await watch.close();
  const stopped = await log.sequencer.sequenceNow();
  expect(stopped).toBe(await head());
});

test('after a rotation both keys sign for a while, then the new one, and what the old one signed stays checkable', async () => {
  const { database, clock } = log.kernel;
  const rotated = await rotateKey({ database, folder: log.folder, clock }, 1);
  const [old, young] = rotated.signersAt(clock());
  expect(old!.verifier).toEqual(log.keys.signersAt(clock())[0]!.verifier);
  const later = openSequencer({ database, clock, keys: rotated });
  await log.addWells(5000, 1);
  await later.sequenceNow();
  const signers = async () => {
    const known = (await logKeys(database)).map(({ key }) => key);
    return signersOf(parseCheckpoint((await checkpointAt(database))!.note)!.note, known).map(({ id }) => id);
  };
  expect(await signers()).toEqual([old!.verifier.id, young!.verifier.id]);
  log.kernel.testClock.now += 2 * 3_600_000;
  await log.addWells(5001, 1);
  await later.sequenceNow();
  expect(await signers()).toEqual([young!.verifier.id]);
  expect((await logKeys(database)).map(({ validTo }) => validTo !== null)).toEqual([true, false]);
});

test('nothing is signed over a tree that was changed', async () => {
  const { database } = log.kernel;
  await log.addWells(6000, 1);
  const flip = sql`update ufuq.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 1`;
  await database.query(flip);
  await expect(log.sequencer.sequenceNow()).rejects.toThrow(/not the one that was signed/);
  await database.query(flip);
  expect(await log.sequencer.sequenceNow()).toBe(await head());
});
