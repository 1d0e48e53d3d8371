import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { geoJsonFeature } from '../../src/kernel/query/geojson-feature.ts';
import type { Page, PageQuestion, Reader, RecordView } from '../../src/kernel/query/question.ts';
import { PlannedReader } from '../../src/kernel/snapshot/planned-reader.ts';
import { SnapshotStore } from '../../src/kernel/snapshot/snapshot-store.ts';
import { engineName } from '../engines/engine.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { change, places, question } from './random-register.ts';

/** Whatever changes and whatever is asked, the copy in memory answers what the database answers. */

const runs = Number(process.env.UFUQ_SNAPSHOT_RUNS ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'ufuq-snapshot-'));
let kernel: TestKernel;
let store: SnapshotStore;
let planned: PlannedReader;

beforeAll(async () => {
  kernel = await openKernel([places]);
  kernel.testClock.set('2020-01-05T00:00:00Z');
  const { database, registry, clock } = kernel;
  store = new SnapshotStore({ database, registry, folder, mostChanges: 25 });
  await store.start();
  planned = new PlannedReader({ sql: kernel.reader, store, registry, clock });
}, 180_000);

afterAll(async () => {
  await store.stop();
  await kernel.database.close();
  rmSync(folder, { recursive: true });
});

async function write(intents: readonly Intent[]): Promise<void> {
  for (const intent of intents)
    await kernel.writer.write([intent], byAdministrator).catch((problem) => {
      if (!['record-not-found', 'invalid-record'].includes(problem.id)) throw problem;
    });
}

interface Told {
  readonly pages: readonly unknown[];
  readonly count: unknown;
  readonly items: readonly unknown[];
  readonly sources: readonly string[];
}

/** All pages of a question, its count, and each record that it found, asked for by itself. */
async function ask(reader: Reader, asked: Omit<PageQuestion, 'caller'>): Promise<Told> {
  const pages: unknown[] = [];
  const sources: string[] = [];
  const ids: string[] = [];
  let page: Page | undefined;
  do {
    page = await reader.page({ ...asked, caller: anonymous, ...(page?.next ? { cursor: page.next } : {}) });
    const { records, position, next, features } = page;
    pages.push({ records: records.map(checked), position, next });
    if (page.answeredBy) sources.push(page.answeredBy.reason ?? page.answeredBy.source);
    if (page.matched) expect(page.matched).toEqual(await reader.count({ ...asked, caller: anonymous }));
    if (features)
      expect(`${Buffer.from(features.bytes)} of ${features.count}`).toEqual(
        `${records.map((record) => JSON.stringify(geoJsonFeature(record)))} of ${records.length}`,
      );
    ids.push(...records.map(({ id }) => id));
  } while (page.next);
  const { datetime, properties } = asked;
  const items = await Promise.all(
    [...new Set([...ids.slice(0, 3), 'place-0', 'nobody'])].map(async (id) => {
      const question = {
        register: 'places',
        caller: anonymous,
        ...(datetime ? { datetime } : {}),
        ...(properties ? { properties } : {}),
      };
      const item = await reader.item(question, id);
      return item && checked(item);
    }),
  );
  return { pages, count: await reader.count({ ...asked, caller: anonymous }), items, sources };
}

/** The record without its text, which says the same, and without who gave it. */
function checked({ text, answeredBy: _, ...record }: RecordView): RecordView {
  if (text) expect(Buffer.from(text).toString()).toBe(JSON.stringify(geoJsonFeature(record)));
  return record;
}

describe(`snapshots on ${engineName}`, () => {
  test('answer as the database does, through changes, packing and reopening', async () => {
    const sources = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.array(question, { minLength: 3, maxLength: 5 }),
        fc.integer({ min: 0, max: 9 }),
        async (changes, questions, chance) => {
          await write(changes);
          await store.catchUp();
          if (chance === 0) await store.settle();
          for (const asked of questions) {
            const ours = await ask(planned, asked);
            const { sources: own, ...told } = ours;
            const { sources: _, ...expected } = await ask(kernel.reader, asked);
            expect(told).toEqual(expected);
            for (const source of own) sources.set(source, (sources.get(source) ?? 0) + 1);
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    // Where the database answered everything, nothing was compared.
    expect(sources.get('snapshot') ?? 0).toBeGreaterThan(runs);
    expect(sources.get('filter') ?? 0).toBeGreaterThan(0);
  }, 600_000);
});
