import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { PlannedReader } from '../../src/kernel/snapshot/planned-reader.ts';
import { SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/** Files of snapshots are taken up where they are whole and ours, and are packed anew where they are not. */

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: 'Point',
  provenance: false,
  fields: [{ name: 'depth', type: 'number', title: same('Depth') }],
});

const folder = mkdtempSync(join(tmpdir(), 'ufuq-snapshot-files-'));
let kernel: TestKernel;

beforeAll(async () => {
  kernel = await openKernel([wells]);
  await kernel.writer.write(
    Array.from({ length: 900 }, (_, i) => ({
      verb: 'create' as const,
      register: 'wells',
      record: `well-${i}`,
      body: {
        properties: { depth: i },
        geometry: { type: 'Point' as const, coordinates: [45 + i / 1000, 40] },
      },
    })),
    byAdministrator,
  );
}, 180_000);

afterAll(async () => {
  await kernel.database.close();
  rmSync(folder, { recursive: true });
});

async function open() {
  const { database, registry, clock } = kernel;
  const store = new SnapshotStore({ database, registry, folder });
  await store.start();
  const reader = new PlannedReader({ sql: kernel.reader, store, registry, clock });
  const ask = () =>
    reader.page({ register: 'wells', caller: anonymous, bbox: [45.5, 39, 45.6, 41], limit: 500 });
  return { store, reader, ask };
}

beforeEach(() => {
  for (const file of files()) rmSync(file);
});

const files = () => readdirSync(folder).map((file) => join(folder, file));

/** Packs the register; whatever lay in the folder was not taken up. */
async function packed(): Promise<string> {
  const { store, ask } = await open();
  expect((await ask()).answeredBy?.source).toBe('sql');
  await store.settle();
  expect((await ask()).answeredBy?.source).toBe('snapshot');
  await store.stop();
  expect(files()).toHaveLength(1);
  return files()[0]!;
}

test('a whole file answers at once after a start, and takes up what was written meanwhile', async () => {
  await packed();
  await kernel.writer.write(
    [{ verb: 'update', register: 'wells', record: 'well-555', properties: { depth: -1 } }],
    byAdministrator,
  );
  const { store, ask } = await open();
  const page = await ask();
  await store.stop();
  expect(page.answeredBy?.source).toBe('snapshot');
  expect(page.records.find(({ id }) => id === 'well-555')?.properties.depth).toBe(-1);
  expect(page.matched).toEqual({ count: 101, isExact: true });
});

test('a byte that flipped anywhere is noticed: the file is removed or the database answers, and never a wrong record', async () => {
  const expected = await kernel.reader.page({
    register: 'wells',
    caller: anonymous,
    bbox: [45.5, 39, 45.6, 41],
    limit: 500,
  });
  const path = await packed();
  const whole = readFileSync(path);
  for (let at = 3; at < whole.length; at += Math.ceil(whole.length / 60)) {
    const broken = Buffer.from(whole);
    broken[at]! ^= 0x20;
    writeFileSync(path, broken);
    const { store, ask } = await open();
    const page = await ask();
    expect(page.records).toEqual(expected.records);
    await store.settle();
    expect((await ask()).answeredBy?.source).toBe('snapshot');
    await store.stop();
  }
}, 120_000);

test.each([0, 7, 100, 0.5, 0.999])('a file that was cut off at %s is packed anew', async (share) => {
  const path = await packed();
  const { length } = readFileSync(path);
  truncateSync(path, share < 1 ? Math.floor(length * share) : share);
  await packed();
});

test('a file of another log or another declaration is not taken up', async () => {
  await packed();
  await kernel.database.query(sql`update ufuq.batch set recorded_at = recorded_at - interval '1 s'`);
  const { store, ask } = await open();
  expect((await ask()).answeredBy?.source).toBe('sql');
  await store.settle();
  await store.stop();
});

test('whoever sees more than the public is answered by the database', async () => {
  const { store, reader } = await open();
  await store.settle();
  const page = await reader.page({ register: 'wells', caller: administrator, limit: 1 });
  await store.stop();
  expect(page.answeredBy).toMatchObject({ source: 'sql', reason: 'caller' });
});
