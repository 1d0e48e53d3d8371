import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configWith } from '../kernel/config.ts';
import { openSignedMemory } from '../kernel/log/proof/signed-memory.ts';
import { openStore, StoreElsewhereError, storeFolder } from './open-store.ts';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'ufuq-elsewhere-'));
});
afterAll(() => rmSync(data, { recursive: true }));

test('a folder whose log is kept in another database gets no empty store', async () => {
  await openSignedMemory(data).remember({ origin: 'example.org/log', size: 7, root: new Uint8Array(32) });
  const config = configWith({ data });
  await expect(openStore(config, 'verb')).rejects.toThrow(StoreElsewhereError);
  expect([existsSync(storeFolder(config)), existsSync(join(data, 'ufuq.lock'))]).toEqual([false, false]);
});
