import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { erasePayload } from '../../src/kernel/log/proof/erasure.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { type SnapshotOptions, SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { byAdministrator } from '../engines/kernel.ts';
import { openProvenLog, type ProvenLog } from '../proof/proven-log.ts';

/** What nobody may have any more stays in no file; what goes wrong with a file is told in a sentence. */

interface Told {
  readonly level: string;
  readonly msg: string;
  readonly reason?: string;
  readonly err?: { readonly message: string };
}

let log: ProvenLog;
let folder: string;
let told: Told[];
const stores: SnapshotStore[] = [];

beforeAll(async () => {
  log = await openProvenLog();
}, 180_000);
afterAll(() => log.close());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ufuq-erased-'));
  told = [];
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openStore(options: Partial<SnapshotOptions> = {}): Promise<SnapshotStore> {
  const { database, registry } = log.kernel;
  const logger = createLogger('info', { write: (line) => told.push(JSON.parse(line)) });
  const store = new SnapshotStore({ database, registry, folder, logger, ...options });
  stores.push(store);
  await store.start();
  return store;
}

const wells = () => log.kernel.registry.require('wells');

async function packed(options: Partial<SnapshotOptions> = {}): Promise<SnapshotStore> {
  const store = await openStore(options);
  store.of(wells());
  await store.settle();
  expect(store.of(wells())).toBeDefined();
  return store;
}

const files = () => readdirSync(folder).map((file) => join(folder, file));
const isOnDisk = (text: string) => files().some((file) => readFileSync(file).includes(text));

/** Writes a record and packs it; its next version does not say the name any more. Returns what erases the first. */
async function namedOnce(record: string, name: string, pack: () => Promise<unknown>) {
  const { writer } = log.kernel;
  const put = (properties: Record<string, unknown>) =>
    writer.write(
      [{ verb: 'replace', register: 'wells', record, body: { properties, geometry: null } }],
      byAdministrator,
    );
  const [first] = await put({ name });
  await pack();
  await put({ name: null });
  await log.sequencer.sequenceNow();
  const why = { actor: 'officer', legalBasis: 'Law on personal data, art. 9', reason: 'asked' };
  return () => erasePayload(log.kernel, { position: first!.position, ...why });
}

test('what is erased leaves the file of a running server', async () => {
  let store!: SnapshotStore;
  const erase = await namedOnce('a', 'Ali Aliyev', async () => {
    store = await packed();
  });
  await store.catchUp();
  expect(isOnDisk('Ali Aliyev')).toBe(true);
  await erase();
  await store.catchUp();
  await store.settle();
  expect(isOnDisk('Ali Aliyev')).toBe(false);
  expect(files()).toHaveLength(1);
});

test('a file that holds what was erased while nobody served is not taken up', async () => {
  const erase = await namedOnce('b', 'Vali Valiyev', async () => {
    await (await packed()).stop();
  });
  await erase();
  expect(isOnDisk('Vali Valiyev')).toBe(true);
  await openStore();
  expect(files()).toEqual([]);
  expect(told).toContainEqual(
    expect.objectContaining({ msg: 'a snapshot is not taken up', reason: 'it holds what was erased since' }),
  );
});

test('files go with their register, at the next entry or at the next start', async () => {
  const { registry } = log.kernel;
  const store = await openStore();
  const title = { az: 'x', en: 'x', ar: 'x', fa: 'x' };
  for (const id of ['ponds', 'pools']) {
    const register = await registry.create(
      { id, title, description: title, geometry: null, fields: [] },
      'x',
    );
    await store.catchUp();
    store.of(register);
    await store.settle();
  }
  expect(files()).toHaveLength(2);
  await registry.drop('ponds', 'x');
  await store.catchUp();
  expect(files()).toHaveLength(1);
  await store.stop();
  await registry.drop('pools', 'x');
  await openStore();
  expect(files()).toEqual([]);
});

test('a register that cannot be packed rests before it is tried again', async () => {
  const store = await openStore({ restMs: 200 });
  rmSync(folder, { recursive: true });
  const asked = async () => {
    for (let i = 0; i < 20; i++) {
      expect(store.of(wells())).toBeUndefined();
      await store.settle();
    }
  };
  await asked();
  expect(told).toMatchObject([
    { level: 'warn', msg: 'a snapshot could not be packed', err: { message: /ENOENT/ } },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 250));
  await asked();
  expect(told).toHaveLength(2);
});

test('a file that is not whole is told of and removed', async () => {
  const position = await log.kernel.reader.position();
  writeFileSync(join(folder, `wells.${position}.snapshot`), 'half of a');
  const store = await openStore();
  expect(files()).toEqual([]);
  expect(told).toMatchObject([
    {
      level: 'warn',
      msg: 'a snapshot could not be opened; its register is packed anew',
      err: { message: 'the snapshot is broken: it is too short' },
    },
  ]);
  store.discard(wells(), new Error('page 3'));
  expect(told.at(-1)).toMatchObject({
    msg: 'a snapshot is broken; its register is packed anew',
    err: { message: 'page 3' },
  });
});

test('what cannot be opened for another reason is told of and left where it is', async () => {
  mkdirSync(join(folder, 'wells.7.snapshot'));
  await openStore();
  expect(files()).toHaveLength(1);
  expect(told).toMatchObject([{ level: 'warn', err: { message: /EISDIR/ } }]);
});
