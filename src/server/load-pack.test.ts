import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/engines/engine.ts';
import { administrator } from '../kernel/access/caller.ts';
import { configWith } from '../kernel/config.ts';
import type { Database } from '../kernel/db/database.ts';
import { createServices, type StoreServices } from './create-services.ts';
import { loadPack } from './load-pack.ts';
import { PackError, packFolder, packRegisters } from './pack-files.ts';
import type { Progress } from './progress.ts';

const pack = { pack: 'azerbaijan' };
let database: Database;
let services: StoreServices;

beforeAll(async () => {
  database = await openTestDatabase();
  services = await createServices(configWith(), database);
});

afterAll(() => database.close());

test('an unknown pack is named beside those that are there', async () => {
  const failing = loadPack({ pack: 'atlantis' }, services);
  await expect(failing).rejects.toThrow(PackError);
  await expect(failing).rejects.toMatchObject({ packs: ['azerbaijan'] });
});

test('none loads nothing', async () => {
  const before = await services.reader.position();
  await loadPack({ pack: 'none' }, services);
  expect(await services.reader.position()).toBe(before);
});

test('a start that was interrupted goes on where it stopped', async () => {
  const { writer } = services;
  let batches = 0;
  const dying = {
    ...services,
    writer: {
      write: async (...args: Parameters<typeof writer.write>) => {
        if (++batches > 3) throw new Error('killed');
        return await writer.write(...args);
      },
    },
  };
  await expect(loadPack(pack, dying)).rejects.toThrow('killed');
  const between = await services.reader.position();
  const progress: Progress[] = [];
  await loadPack(pack, services, (each) => progress.push(each));
  expect(progress.at(-1)).toMatchObject({ stage: 'pack', done: progress.at(-1)!.total });
  expect((await services.reader.position()) - between).toBe(progress.at(-1)!.total);
  for (const { id, records } of await packRegisters(packFolder('azerbaijan'))) {
    const everything = { register: id, caller: administrator, datetime: { from: null, to: null } };
    expect((await services.reader.count(everything)).count, id).toBe(records);
  }
});

test('a store that is loaded or that somebody has written to is left alone', async () => {
  const before = await services.reader.position();
  await loadPack(pack, services);
  expect(await services.reader.position()).toBe(before);
  const context = { caller: administrator, cause: 'test' };
  await services.writer.write(
    [{ verb: 'retire', register: 'commitments', record: await anyRecord('commitments') }],
    context,
  );
  await loadPack(pack, services);
  expect(await services.reader.position()).toBe(before + 1);
});

async function anyRecord(register: string): Promise<string> {
  const { records } = await services.reader.page({ register, caller: administrator, limit: 1 });
  return records[0]!.id;
}
