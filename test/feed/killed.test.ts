import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/kernel/db/open-database.ts';
import type { Problem } from '../../src/kernel/errors.ts';
import { canonicalJson } from '../../src/kernel/log/canonical-json.ts';
import { parseInstant } from '../../src/kernel/log/instant.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { overlay } from '../../src/kernel/log/timeline.ts';
import { stillKnown, tableOf } from '../../src/kernel/register/columns.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { testServer } from '../engines/engine.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { type FeedServer, openFeedServer } from './feed-server.ts';

/**
 * Consumers that are killed at random points while others write: each ends with exactly the register's state, and no
 * entry is missed or doubled. UFUQ_FEED_ENTRIES says how many entries (2,000, fewer on the embedded store; the measurement is taken with 100,000).
 */
const entries = Number(process.env.UFUQ_FEED_ENTRIES ?? (testServer === undefined ? 500 : 2_000));
const entriesPerBatch = 40;

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: 'Point',
  provenance: false,
  validTime: { kind: 'interval' },
  access: { read: 'public', rows: 'depth < 500' },
  fields: [{ name: 'depth', type: 'integer', title: same('Depth') }],
});
const springs = defineRegister({ ...wells, id: 'springs', access: { read: 'public' } });

let kernel: TestKernel;
const servers: FeedServer[] = [];
const folder = mkdtempSync(join(tmpdir(), 'ufuq-feed-'));

beforeAll(async () => {
  kernel = await openKernel([wells, springs]);
  servers.push(await openFeedServer(kernel));
  // On a server, a second process-like reader of the same log; embedded, a second door to the same store.
  servers.push(
    await openFeedServer(testServer === undefined ? kernel : { ...kernel, database: await another() }),
  );
}, 180_000);
afterAll(async () => {
  for (const server of servers) await server.close();
  await second?.close();
  await kernel.database.close();
  rmSync(folder, { recursive: true, force: true });
});

let second: Awaited<ReturnType<typeof openDatabase>> | undefined;
async function another() {
  const [row] = await kernel.database.query<{ name: string }>(sql`select current_database() as name`);
  const url = new URL(testServer!);
  url.pathname = `/${row!.name}`;
  second = await openDatabase({ url: url.href, connections: 4 });
  return second;
}

type Told = [
  number,
  string,
  string,
  string,
  string | null,
  string | null,
  { properties: object; geometry: object } | null,
];

class Consumer {
  readonly store: string;
  kills = 0;
  #child: ReturnType<typeof spawn> | undefined;
  readonly #args: readonly string[];
  readonly #token: string;

  constructor(name: string, form: 'json' | 'sse', path: string, token = '') {
    this.store = join(folder, name);
    this.#args = [
      fileURLToPath(new URL('consumer.mjs', import.meta.url)),
      form,
      this.store,
      path,
      ...servers.map(({ url }) => url),
    ];
    this.#token = token;
  }

  #start(): Promise<void> {
    const child = spawn(process.execPath, this.#args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, CONSUMER_TOKEN: this.#token },
    });
    this.#child = child;
    return new Promise((resolve) => {
      child.stdout!.once('data', () => resolve());
      child.once('exit', () => resolve());
    });
  }

  async #kill(): Promise<void> {
    const child = this.#child!;
    if (child.exitCode !== null) throw new Error('the consumer ended by itself');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  /** Runs and is killed, again and again, until somebody says that all is written; then catches up. */
  async live(isWritten: () => boolean, head: () => Promise<number>): Promise<void> {
    while (!isWritten()) {
      await this.#start();
      await new Promise((resolve) => setTimeout(resolve, Math.random() ** 2 * 600));
      await this.#kill();
      this.kills++;
    }
    await this.#start();
    const end = await head();
    while (this.cursor() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    await this.#kill();
  }

  transactions(): { cursor: number; events: Told[] }[] {
    return readFileSync(this.store, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }

  cursor(): number {
    if (!existsSync(this.store)) return 0;
    const lines = readFileSync(this.store, 'utf8').split('\n');
    return lines.length < 2 ? 0 : JSON.parse(lines.at(-2)!).cursor;
  }

  told(): Told[] {
    return this.transactions()
      .flatMap(({ events }) => events)
      .filter(([, , , kind]) => kind !== 'declared');
  }
}

/** Everything that the consumer holds: of each record the stretches of valid time and what it is in them. */
function stateOf(told: readonly Told[]): string[] {
  const records = new Map<string, { from: number; to: number; says: string }[]>();
  for (const [, register, record, , from, to, feature] of told) {
    const key = `${register}/${record}`;
    const stretch = {
      from: from === null ? Number.NEGATIVE_INFINITY : parseInstant(from)!,
      to: to === null ? Number.POSITIVE_INFINITY : parseInstant(to)!,
    };
    const known = records.get(key) ?? [];
    const { closed, remainders } = overlay(known, stretch);
    records.set(key, [
      ...known.filter((row) => !closed.includes(row)),
      ...remainders.map(({ row, stretch: left }) => ({ ...row, ...left })),
      ...(feature ? [{ ...stretch, says: canonicalJson([feature.properties, feature.geometry]) }] : []),
    ]);
  }
  return [...records]
    .flatMap(([key, rows]) => rows.map(({ from, to, says }) => `${key} ${from} ${to} ${says}`))
    .sort();
}

/** The same of the registers' tables. */
async function stateOfRegisters(ids: readonly string[], where = 'true'): Promise<string[]> {
  const lines: string[] = [];
  for (const id of ids) {
    const rows = await kernel.database.query<{
      record: string;
      f: number;
      t: number;
      depth: number;
      g: string;
    }>(sql`
      select _record as record, (extract(epoch from _valid_from) * 1000)::float8 as f,
        (extract(epoch from _valid_to) * 1000)::float8 as t, depth, ST_AsGeoJSON(_geometry) as g
      from ${raw(tableOf(id))} where _known_to = ${stillKnown} and ${raw(where)}`);
    for (const { record, f, t, depth, g } of rows)
      lines.push(`${id}/${record} ${Number(f)} ${Number(t)} ${canonicalJson([{ depth }, JSON.parse(g)])}`);
  }
  return lines.sort();
}

const pick = <T>(values: readonly T[]) => values[Math.floor(Math.random() * values.length)]!;

function randomIntent(): Intent {
  const from = pick([null, null, '2020-01-01', '2021-06-01']);
  const target = {
    register: pick(['wells', 'springs']),
    record: `r${Math.floor(Math.random() * 300)}`,
    valid: { from, to: pick([null, null, '2022-01-01']) },
  };
  if (Math.random() < 0.15) return { verb: 'retire', ...target };
  const coordinates = [40 + Math.floor(Math.random() * 10), 40];
  return {
    verb: 'replace',
    ...target,
    body: {
      properties: { depth: Math.floor(Math.random() * 1000) },
      geometry: { type: 'Point', coordinates },
    },
  };
}

const isAbsence = ({ id, violations }: Problem) =>
  id === 'record-not-found' ||
  (id === 'invalid-record' && violations.every(({ code }) => code === 'record-not-found'));

async function writeUntil(last: number): Promise<void> {
  while ((await kernel.reader.position()) < last) {
    const size = Math.random() < 0.3 ? 1 : 1 + Math.floor(Math.random() * 2 * entriesPerBatch);
    const intents = Array.from({ length: size }, randomIntent);
    await kernel.writer.write(intents, byAdministrator).catch(async (problem) => {
      if (!isAbsence(problem)) throw problem;
      // Something that was to be retired is absent already.
      const others = intents.filter(({ verb }) => verb !== 'retire');
      await kernel.writer.write(others, byAdministrator);
    });
  }
}

test(
  `consumers that are killed again and again miss and double none of ${entries} entries`,
  async () => {
    const start = await kernel.reader.position();
    let isWritten = false;
    const writers = Promise.all([writeUntil(start + entries), writeUntil(start + entries)]).then(() => {
      isWritten = true;
    });
    const head = () => kernel.reader.position();
    const consumers = {
      polled: new Consumer('polled', 'json', '/changes', 'x'),
      streamed: new Consumer('streamed', 'sse', '/changes', 'x'),
      ofRegister: new Consumer('register', 'json', '/collections/springs/changes'),
      ofPublic: new Consumer('public', 'sse', '/collections/wells/changes?bbox=40,39,44.5,41'),
    };
    const began = performance.now();
    await Promise.all([
      writers,
      ...Object.values(consumers).map((consumer) => consumer.live(() => isWritten, head)),
    ]);
    const seconds = (performance.now() - began) / 1000;

    const positions = async (condition: string) =>
      (
        await kernel.database.query<{ position: number }>(sql`
      select e.position from ufuq.entry e join ufuq.register r on r.number = e.register where ${raw(condition)} order by 1`)
      ).map(({ position }) => position);
    const told = (consumer: Consumer) => consumer.told().map(([position]) => position);
    expect(told(consumers.polled)).toEqual(await positions('true'));
    expect(told(consumers.streamed)).toEqual(await positions('true'));
    expect(told(consumers.ofRegister)).toEqual(await positions("r.id = 'springs'"));
    const seen = told(consumers.ofPublic);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));

    const all = await stateOfRegisters(['wells', 'springs']);
    expect(all.length).toBeGreaterThan(100);
    expect(stateOf(consumers.polled.told())).toEqual(all);
    expect(stateOf(consumers.streamed.told())).toEqual(all);
    expect(stateOf(consumers.ofRegister.told())).toEqual(await stateOfRegisters(['springs']));
    expect(stateOf(consumers.ofPublic.told())).toEqual(
      await stateOfRegisters(['wells'], 'depth < 500 and ST_X(_geometry) <= 44.5'),
    );
    const kills = Object.values(consumers).map((consumer) => consumer.kills);
    expect(Math.min(...kills)).toBeGreaterThan(1);
    console.log(
      `${all.length} rows after ${(await positions('true')).length} entries; ${kills.join(' + ')} kills in ${seconds.toFixed(1)} s`,
    );
  },
  240_000 + entries * 30,
);
