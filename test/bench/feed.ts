import { performance } from 'node:perf_hooks';
import sql from 'sql-template-tag';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { cloudEvent } from '../../src/kernel/log/feed/cloud-event.ts';
import type { FeedQuestion } from '../../src/kernel/log/feed/lens.ts';
import { openFeed } from '../../src/kernel/log/feed/open-feed.ts';
import { readChanges } from '../../src/kernel/log/feed/read-changes.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/**
 * Entries a second through the feed, against reading the same rows with plain SQL in pages of the same size in the same
 * run. UFUQ_BENCH_ENTRIES says how many (100,000 by default); UFUQ_TEST_DATABASE names the server.
 */
const entries = Number(process.env.UFUQ_BENCH_ENTRIES ?? 100_000);
const limit = 1_000;
const perBatch = 1_000;

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: 'Point',
  provenance: false,
  access: { read: 'public', rows: 'depth < 900' },
  fields: [
    { name: 'name', type: 'string', title: same('Name') },
    { name: 'depth', type: 'integer', title: same('Depth') },
  ],
});

async function fill(kernel: TestKernel): Promise<void> {
  for (let n = 0; n < entries; n += perBatch) {
    const intents = Array.from({ length: perBatch }, (_, i) => ({
      verb: 'replace' as const,
      register: 'wells',
      record: `well-${(n + i) % (entries / 2)}`,
      body: {
        properties: { name: `Quyu № ${n + i}`, depth: (n + i) % 1000 },
        geometry: { type: 'Point' as const, coordinates: [45 + (i % 500) / 100, 40] },
      },
    }));
    await kernel.writer.write(intents, byAdministrator);
  }
}

/** Reads every row of the log in pages and decodes the bodies. */
async function plain({ database }: TestKernel): Promise<number> {
  let count = 0;
  for (let since = 0; ; ) {
    const rows = await database.query<{ position: number; body: string | null }>(sql`
      select position, record, valid_from, valid_to, body from ufuq.entry
      where position > ${since}::bigint order by position limit ${limit}`);
    if (rows.length === 0) return count;
    for (const { body } of rows) if (body !== null) JSON.parse(body);
    count += rows.length;
    since = rows.at(-1)!.position;
  }
}

async function throughFeed({ database, registry }: TestKernel, question: FeedQuestion): Promise<number> {
  const feed = await openFeed(registry, question);
  let count = 0;
  for (let since = 0; ; ) {
    const page = await readChanges(database, feed, { since, limit });
    for (const change of page.changes) JSON.stringify(cloudEvent(change, 'https://example.org'));
    count += page.changes.length;
    since = page.next;
    if (page.isLatest) return count;
  }
}

async function rate(run: () => Promise<number>): Promise<{ perSecond: number; count: number }> {
  const rates: number[] = [];
  let count = 0;
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    count = await run();
    rates.push((entries / (performance.now() - began)) * 1000);
  }
  return { perSecond: rates.sort((a, b) => a - b)[1]!, count };
}

async function benchFeed(): Promise<void> {
  const kernel = await openKernel([wells]);
  try {
    await fill(kernel);
    await kernel.database.query(sql`analyze`);
    const peer = await rate(() => plain(kernel));
    console.log(`plain SQL, bodies decoded: ${Math.round(peer.perSecond)} entries/s (median of 3)`);
    const questions: Record<string, FeedQuestion> = {
      'feed, everything': { caller: administrator },
      'feed of a register': { caller: administrator, registers: ['wells'] },
      'feed of the public, with its row rule': { caller: anonymous, registers: ['wells'] },
      'feed with a filter and a box': {
        caller: administrator,
        registers: ['wells'],
        filter: { source: 'depth < 500', language: 'cql2-text' },
        bbox: [45, 39, 47, 41],
      },
    };
    for (const [name, question] of Object.entries(questions)) {
      const { perSecond, count } = await rate(() => throughFeed(kernel, question));
      const ratio = (perSecond / peer.perSecond).toFixed(2);
      console.log(`${name}: ${Math.round(perSecond)} entries/s, ${ratio} of plain SQL; ${count} events`);
    }
  } finally {
    await kernel.database.close();
  }
}

await benchFeed();
