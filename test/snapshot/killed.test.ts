import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import { PlannedReader } from '../../src/kernel/snapshot/planned-reader.ts';
import { SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { testServer } from '../engines/engine.ts';
import { openKernel, type TestKernel } from '../engines/kernel.ts';
import { digWells, wells } from './wells.ts';

/** A process that packs is killed at whatever moment: what it leaves is a whole file, or none that counts. */

const kills = Number(process.env.UFUQ_PACK_KILLS ?? 6);
const packer = fileURLToPath(new URL('pack-until-killed.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ufuq-pack-killed-'));
let kernel: TestKernel;
let url: URL;

if (testServer === undefined)
  console.log('packing that is killed: skipped, it needs a PostgreSQL server (UFUQ_TEST_DATABASE)');

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(1);
}

describe.skipIf(testServer === undefined)('packing that is killed', () => {
  beforeAll(async () => {
    kernel = await openKernel([wells]);
    const [row] = await kernel.database.query<{ name: string }>(sql`select current_database() as name`);
    url = new URL(testServer!);
    url.pathname = `/${row!.name}`;
    await digWells(kernel, 20_000);
  }, 180_000);

  afterAll(async () => {
    await kernel?.database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('leaves nothing that is served and nothing that stays', async () => {
    const asked = { register: 'wells', caller: anonymous, limit: 500, bbox: [50, 39, 50.3, 41] as const };
    const { records } = await kernel.reader.page(asked);
    expect(records).toHaveLength(301);
    let halves = 0;
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, ['--import', 'tsx', packer, url.href, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout!, 'data');
      // Every other one while the file itself is being written, which takes a small part of the time.
      if (kill % 2 === 0) await until(() => readdirSync(folder).some((file) => file.endsWith('.draft')));
      else await sleep(20 + ((kill * 97) % 400));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      if (readdirSync(folder).some((file) => !file.endsWith('.snapshot'))) halves++;

      const { database, registry, clock } = kernel;
      const store = new SnapshotStore({ database, registry, folder });
      await store.start();
      const reader = new PlannedReader({ sql: kernel.reader, store, registry, clock });
      expect((await reader.page(asked)).records).toEqual(records);
      await store.settle();
      const page = await reader.page(asked);
      expect([page.answeredBy?.source, page.records]).toEqual(['snapshot', records]);
      await store.stop();
      expect(readdirSync(folder)).toHaveLength(1);
    }
    // Where no kill found a file half written, nothing was tested.
    expect(halves).toBeGreaterThan(0);
  }, 300_000);
});
