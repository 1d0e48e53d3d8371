import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Body } from '../../src/kernel/log/entry.ts';
import { applyDelta } from '../../src/kernel/release/apply-delta.ts';
import { linesOf } from '../../src/kernel/release/line-reader.ts';
import { makeDelta, type StoredDelta } from '../../src/kernel/release/make-delta.ts';
import { makeRelease } from '../../src/kernel/release/make-release.ts';
import { folderSource } from '../../src/kernel/release/release-source.ts';
import { type StoredRelease, withdrawRelease } from '../../src/kernel/release/release-store.ts';
import { verifyDelta } from '../../src/kernel/release/verify-delta.ts';
import { writeDelta } from '../../src/kernel/release/write-release.ts';
import { openReleasedLog, type ReleasedLog, site } from './released-log.ts';

let log: ReleasedLog;
const actor = 'administrator';
beforeAll(async () => {
  log = await openReleasedLog();
  await log.write('sites', 'first', site(0));
});
afterAll(() => log.close());

const release = async (registers = ['sites']): Promise<StoredRelease> => {
  await log.proof.sequenceNow();
  return (await makeRelease(log.given, { registers, formats: [] }, { actor })).release;
};
const lines = async (hash: string | undefined) =>
  linesOf(hash === undefined ? (async function* () {})() : await log.given.blobs.read(hash));
const hashOf = async (texts: AsyncIterable<string>) => {
  const hash = createHash('sha256');
  for await (const text of texts) hash.update(`${text}\n`);
  return hash.digest('hex');
};
const recordsOf = ({ manifest }: StoredRelease, id = 'sites') =>
  manifest.files.find(({ register, role }) => register === id && role === 'records')?.sha256;
const deltaOf = async ({ manifest }: StoredDelta) => {
  const all: { op: string; id: string }[] = [];
  for await (const text of await lines(manifest.file.sha256)) all.push(JSON.parse(text));
  return all;
};

test('added, changed, restated and removed are told by id, with what was before', async () => {
  for (let n = 1; n < 6; n++) await log.write('sites', `s${n}`, site(n));
  const older = await release();
  await log.write('sites', 's1', site(11));
  await log.write('sites', 's2', site(2)); // says the same again
  await log.write('sites', 's3', null);
  await log.write('sites', 'new', site(40));
  const newer = await release();
  const delta = await makeDelta(log.given, older.id, newer.id);
  expect(delta.manifest.registers).toEqual([
    {
      id: 'sites',
      added: 1,
      changed: 1,
      restated: 1,
      removed: 1,
      older: recordsOf(older),
      newer: recordsOf(newer),
    },
  ]);
  const told = await deltaOf(delta);
  expect(told.map(({ op, id }) => `${op} ${id}`).sort()).toEqual([
    'added new',
    'changed s1',
    'removed s3',
    'restated s2',
  ]);
  expect(told.find(({ id }) => id === 's1')).toMatchObject({
    properties: { floors: 11 % 7 },
    before: { properties: { floors: 1 } },
  });
  expect(await makeDelta(log.given, older.id, newer.id)).toEqual(delta);
  const backwards = await makeDelta(log.given, newer.id, older.id);
  expect(backwards.manifest.registers).toMatchObject([{ added: 1, changed: 1, restated: 1, removed: 1 }]);
  const nothing = await makeDelta(log.given, newer.id, newer.id);
  expect(nothing.manifest).toMatchObject({ file: { bytes: 0 }, registers: [{ added: 0, changed: 0 }] });
});

test('a register that only one of the two has is added or removed as a whole', async () => {
  await log.write('offices', 'o', { geometry: null, properties: { name: 'open' } });
  const older = await release(['sites']);
  const newer = await release(['offices']);
  const { manifest } = await makeDelta(log.given, older.id, newer.id);
  expect(manifest.registers).toMatchObject([
    { id: 'offices', older: null, added: 1 },
    { id: 'sites', newer: null, removed: older.records },
  ]);
});

test('laid over the older release, it gives the newer one byte for byte (property)', async () => {
  const changes = fc.array(
    fc.record({ record: fc.integer({ min: 0, max: 12 }), says: fc.option(fc.integer({ min: 0, max: 9 })) }),
    { maxLength: 8 },
  );
  let older = await release();
  await fc.assert(
    fc.asyncProperty(changes, async (wanted) => {
      for (const { record, says } of wanted) {
        const body: Body | null = says === null ? null : site(says);
        await log.write('sites', `p${record}`, body).catch(() => {}); // retiring what is not there is refused
      }
      const newer = await release();
      const delta = await makeDelta(log.given, older.id, newer.id);
      for (const [from, to, between] of [
        [older, newer, delta],
        [newer, older, await makeDelta(log.given, newer.id, older.id)],
      ] as const) {
        const laid = applyDelta(
          'sites',
          await lines(recordsOf(from)),
          await lines(between.manifest.file.sha256),
        );
        expect(await hashOf(laid)).toBe(recordsOf(to));
      }
      older = newer;
    }),
    { numRuns: 20 },
  );
}, 120_000);

test('of a release that was withdrawn nothing is told', async () => {
  const [older, newer] = [await release(['offices']), await release(['sites', 'offices'])];
  await withdrawRelease(log.kernel.database, older.id, { by: actor, reason: 'test', at: new Date() });
  await expect(makeDelta(log.given, older.id, newer.id)).rejects.toMatchObject({ id: 'gone' });
  await expect(makeDelta(log.given, '0'.repeat(64), newer.id)).rejects.toMatchObject({ id: 'not-found' });
});

test('a delta is checked from its own files, and any byte of it that was changed is found (property)', async () => {
  const older = await release();
  for (let n = 0; n < 5; n++) await log.write('sites', `v${n}`, site(n + 60));
  await log.write('sites', 'v1', site(71));
  const newer = await release();
  const folder = join(log.folder, 'delta');
  const { database } = log.kernel;
  await writeDelta(database, log.given.blobs, await makeDelta(log.given, older.id, newer.id), folder);
  const verify = () => verifyDelta(folderSource(folder));
  expect(await verify()).toMatchObject({
    findings: [],
    older: older.id,
    newer: newer.id,
    counts: { added: 5, changed: 0, restated: 0, removed: 0 },
    signedBy: [expect.any(String)],
  });
  const names = readdirSync(folder);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.nat(),
      fc.integer({ min: 0, max: 7 }),
      async (name, at, bit) => {
        const right = readFileSync(join(folder, name));
        const wrong = Buffer.from(right);
        wrong[at % wrong.length]! ^= 1 << bit;
        writeFileSync(join(folder, name), wrong);
        const { findings } = await verify();
        writeFileSync(join(folder, name), right);
        expect([name, at % wrong.length, findings.length > 0]).toEqual([name, at % wrong.length, true]);
      },
    ),
    { numRuns: 100 },
  );
});
