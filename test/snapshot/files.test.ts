import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { narrow } from '../../src/kernel/access/narrow.ts';
import type { ByteRange } from '../../src/kernel/geo/byte-range.ts';
import type { Reader } from '../../src/kernel/query/question.ts';
import { StoredRegistry } from '../../src/kernel/register/stored-registry.ts';
import { PageCache } from '../../src/kernel/snapshot/paged-bytes.ts';
import { PlannedReader } from '../../src/kernel/snapshot/planned-reader.ts';
import { SnapshotFile } from '../../src/kernel/snapshot/snapshot-file.ts';
import { SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { SnapshotTileSource } from '../../src/kernel/snapshot/snapshot-tile-source.ts';
import { touchesAtHand } from '../../src/kernel/snapshot/touches-at-hand.ts';
import { SqlTileSource } from '../../src/kernel/tiles/sql-tile-source.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { digWells, wells, widerWells } from './wells.ts';

/** Files of snapshots are taken up where they are whole and ours, and are packed anew where they are not. */

const folder = mkdtempSync(join(tmpdir(), 'ufuq-snapshot-files-'));
let kernel: TestKernel;

beforeAll(async () => {
  kernel = await openKernel([wells]);
  await digWells(kernel, 900);
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

/** Asks for everything that a file holds: page by box, by birth and by column, a record, a tile and its version. */
async function everything(reader: Reader, store?: SnapshotStore): Promise<unknown> {
  const { database, registry } = kernel;
  const asked = { register: 'wells', caller: anonymous, limit: 1000 };
  const filter = { op: '=', args: [{ property: 'state' }, 'dry'] } as const;
  const deep = { op: '>', args: [{ property: 'depth' }, 800] } as const;
  const pages = [];
  for (const question of [{ bbox: [45.5, 39, 45.6, 41] as const }, {}, { filter }, { filter: deep }]) {
    const { records, matched } = await reader.page({ ...asked, ...question });
    pages.push({
      records,
      count: await reader.count({ ...asked, ...question }),
      isCounted: matched?.isExact ?? true,
    });
  }
  const found = await reader.item({ register: 'wells', caller: anonymous }, 'well-77');
  const item = found && { ...found, text: undefined, answeredBy: undefined };
  const sqlSource = new SqlTileSource(database);
  const source = store ? new SnapshotTileSource(store, sqlSource) : sqlSource;
  const register = registry.require('wells');
  const view = narrow(register, anonymous);
  const now = kernel.testClock.now;
  const question = {
    register,
    view,
    moment: { from: now, to: now, position: await kernel.reader.position() },
    filter: undefined,
    box: [45.5, 39, 45.6, 41] as const,
    wholeLimit: 1000,
    cells: 16,
    fields: view.fields,
  };
  const bytesOf = ({ bytes, start, end }: ByteRange) =>
    Buffer.from(bytes.subarray(start, end)).toString('hex');
  const tile = await source.contents(question, ({ records }) =>
    Array.from({ length: records.count }, (_, i) => [bytesOf(records.shape(i)), records.tags(i).end > 0]),
  );
  if (store) touchesAtHand(store)(register, view)?.touches();
  return { pages, item, tile };
}

test('a byte that flipped in any part of a file is noticed where it is read; the file is packed anew', async () => {
  const expected = await everything(kernel.reader);
  const path = await packed();
  const whole = readFileSync(path);
  const { head } = SnapshotFile.open(path, new PageCache(1 << 20));
  expect(Object.keys(head.sections)).toEqual(
    expect.arrayContaining(['features', 'shapes', 'tags', 'boxes', 'closed.knownTo', 'column:depth', 'ids']),
  );
  const places = Object.entries(head.sections).map(([name, { offset, bytes }]) => ({
    name,
    at: offset + (bytes >> 1),
  }));
  for (const { name, at } of [
    ...places,
    { name: 'head', at: whole.length - 30 },
    { name: 'trailer', at: whole.length - 3 },
  ]) {
    const broken = Buffer.from(whole);
    broken[at]! ^= 0x10;
    writeFileSync(path, broken);
    const { store, reader } = await open();
    expect({ name, told: await everything(reader, store) }).toEqual({ name, told: expected });
    await everything(reader, store);
    await store.settle();
    expect({ name, told: await everything(reader, store) }).toEqual({ name, told: expected });
    await store.stop();
    expect({ name, isBroken: readFileSync(files()[0]!).equals(broken) }).toEqual({ name, isBroken: false });
  }
}, 240_000);

test.each([0, 7, 100, 0.5, 0.999])('a file that was cut off at %s is packed anew', async (share) => {
  const path = await packed();
  const { length } = readFileSync(path);
  truncateSync(path, share < 1 ? Math.floor(length * share) : share);
  await packed();
});

test('a file of another log is not taken up', async () => {
  await packed();
  await kernel.database.query(sql`update ufuq.batch set recorded_at = recorded_at - interval '1 s'`);
  const { store, ask } = await open();
  expect((await ask()).answeredBy?.source).toBe('sql');
  await store.settle();
  await store.stop();
});

test('a file of another declaration is not taken up', async () => {
  const path = await packed();
  const before = readFileSync(path);
  const { database, clock } = kernel;
  const registry = await StoredRegistry.open(database, [widerWells], clock);
  const store = new SnapshotStore({ database, registry, folder });
  await store.start();
  expect(store.of(registry.require('wells'))).toBeUndefined();
  await store.settle();
  expect(store.of(registry.require('wells'))?.base.columns.has('owner')).toBe(true);
  await store.stop();
  expect(readFileSync(files()[0]!).equals(before)).toBe(false);
});

test('whoever sees more than the public is answered by the database', async () => {
  const { store, reader } = await open();
  await store.settle();
  const page = await reader.page({ register: 'wells', caller: administrator, limit: 1 });
  await store.stop();
  expect(page.answeredBy).toMatchObject({ source: 'sql', reason: 'caller' });
});
