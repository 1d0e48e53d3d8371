import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { PlannedReader } from '../../src/kernel/snapshot/planned-reader.ts';
import { SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { engineName } from '../engines/engine.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { digWells, wells } from './wells.ts';

/** A register is packed again and again while it is written to: nothing is lost, and nothing is there twice. */

const perSecond = 300;
const changes = 600;
const folder = mkdtempSync(join(tmpdir(), 'ufuq-under-writes-'));
let kernel: TestKernel;
let store: SnapshotStore;
let packings = 0;

beforeAll(async () => {
  kernel = await openKernel([wells]);
  await digWells(kernel, 2000);
  const { database, registry } = kernel;
  store = new SnapshotStore({ database, registry, folder, mostChanges: 60, onPacked: () => packings++ });
  await store.start();
  store.of(registry.require('wells'));
  await store.settle();
}, 180_000);

afterAll(async () => {
  await store.stop();
  await kernel.database.close();
  rmSync(folder, { recursive: true });
});

/** The n-th change: a new well, a deeper one, one that moves, one that is given up and dug again. */
function change(n: number): Intent {
  const body = {
    properties: { depth: -n },
    geometry: { type: 'Point' as const, coordinates: [45 + (n % 997) / 500, 40] },
  };
  const record = `well-${(n * 31) % 2000}`;
  if (n % 5 === 0) return { verb: 'create', register: 'wells', record: `new-${n}`, body };
  if (n % 5 === 1) return { verb: 'retire', register: 'wells', record };
  return { verb: 'replace', register: 'wells', record, body };
}

describe(`packing under writes on ${engineName}`, () => {
  test('every page is what the database says of the same position', async () => {
    const { registry, clock, writer, reader: sql } = kernel;
    const reader = new PlannedReader({ sql, store, registry, clock });
    let written = 0;
    let isOver = false;
    const writing = (async () => {
      while (written < changes) {
        const intents = Array.from({ length: perSecond / 20 }, () => change(written++));
        await Promise.all(
          intents.map((intent) =>
            writer.write([intent], byAdministrator).catch((problem) => {
              if (problem.id !== 'record-not-found') throw problem;
            }),
          ),
        );
        await sleep(50);
      }
      isOver = true;
    })();
    const following = (async () => {
      while (!isOver) {
        await store.catchUp();
        await sleep(20);
      }
    })();
    const sources = { snapshot: 0, sql: 0 };
    for (let n = 0; !isOver; n++) {
      const west = 45 + (n % 10) / 10;
      const asked = {
        register: 'wells',
        caller: anonymous,
        limit: 5000,
        bbox: [west, 39, west + 0.5, 41] as const,
      };
      const page = await reader.page(asked);
      sources[page.answeredBy!.source]++;
      const { records } = page;
      const then = await sql.page({ ...asked, asOf: page.position });
      expect(records).toEqual(then.records);
      if (page.matched) expect(page.matched.count).toBe(records.length);
      await sleep(30);
    }
    await Promise.all([writing, following]);
    await store.catchUp();
    await store.settle();
    const whole = { register: 'wells', caller: anonymous, limit: 10_000 };
    const [ours, theirs] = [await reader.page(whole), await sql.page(whole)];
    expect(ours.answeredBy?.source).toBe('snapshot');
    expect(ours.records).toEqual(theirs.records);
    expect(sources.snapshot).toBeGreaterThan(5);
    expect(packings).toBeGreaterThan(2);
  }, 180_000);
});
