import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ServerProcess } from '../crash/server-process.ts';
import { benchDatabase } from './import/bench-database.ts';
import { httpClient } from './writes/http-client.ts';
import { quantile } from './writes/load.ts';
import { sites, siteWrites } from './writes/sites.ts';

const options = {
  count: { type: 'string', default: '500' },
  database: { type: 'string' },
} as const;

const allowedP99 = 200;
/** Connections that the author opens anew after each write, so that every process of the server is met. */
const looks = 4;

/**
 * How long a committed write takes to be read elsewhere. Two servers stand on one PostgreSQL, as two machines would, the
 * first with two readers beside it. Whoever wrote to it looks at once, over new connections; somebody else asks the second
 * server over and over from the moment at which the write was answered. Returns whether the author always found the
 * write, and everybody else within 200 ms at p99, answered from memory.
 */
export async function bench(args: readonly string[] = []): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options });
  const server = values.database ?? process.env.UFUQ_TEST_DATABASE;
  if (server === undefined) {
    console.log('visible: skipped (set UFUQ_TEST_DATABASE to a PostgreSQL server)');
    return true;
  }
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'ufuq-bench-visible-'))) as [string, string];
  const database = await benchDatabase(server);
  const { url } = database;
  const first = new ServerProcess({ data: folders[0], database: url, flags: ['--workers', '2'] });
  let second: ServerProcess | undefined;
  try {
    await first.ready();
    const token = readFileSync(join(folders[0], 'admin-token'), 'utf8').trim();
    const writer = httpClient(first.url, token);
    const made = await writer.ask('POST', '/operation/registers', JSON.stringify(sites), 'application/json');
    if (made.status !== 201) throw new Error(made.text);
    second = new ServerProcess({ data: folders[1], database: url });
    await second.ready();
    const path = `/collections/${sites.id}/items`;
    const page = `${path}?limit=1&f=json`;
    const bases = [first.url, second.url];
    for (const base of bases) while (!(await look(base + page)).isFromMemory) await sleep(50);

    const writes = siteWrites();
    const waits: number[] = [];
    let missed = 0;
    let fromDatabase = 0;
    for (let count = 1; count <= Math.min(1000, Number(values.count)); count++) {
      const answer = await writer.ask('POST', path, writes.next().value.body);
      if (answer.status !== 201) throw new Error(answer.text);
      const answered = performance.now();
      const own = Array.from({ length: looks }, () => look(first.url + page));
      let seen = await look(second.url + page);
      while (seen.matched < count) seen = await look(second.url + page);
      waits.push(performance.now() - answered);
      for (const { matched } of await Promise.all(own)) if (matched < count) missed++;
      if (!seen.isFromMemory) fromDatabase++;
    }
    writer.close();
    const p99 = quantile(waits, 0.99);
    const isHeld = missed === 0 && fromDatabase === 0 && p99 < allowedP99;
    console.log(
      `${isHeld ? '✓' : '✗'} ${waits.length} writes: the author missed ${missed} of ${waits.length * looks} looks; ` +
        `on the other server p50 ${quantile(waits, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (below ${allowedP99}), ` +
        `longest ${quantile(waits, 1).toFixed(1)} ms; ${fromDatabase} answers from the database · load ${loadavg()[0]!.toFixed(1)}`,
    );
    return isHeld;
  } finally {
    await Promise.all([first, second].map((each) => each?.end('SIGTERM')));
    await database.drop();
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

interface Look {
  readonly matched: number;
  readonly isFromMemory: boolean;
}

/** Asks for one record, and how many there are, over a new connection. */
function look(url: string): Promise<Look> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        resolve({
          matched: Number(answer.headers['ogc-numbermatched']),
          isFromMemory: String(answer.headers['server-timing']).startsWith('snapshot'),
        }),
      );
      answer.once('error', reject);
    }).once('error', reject);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = (await bench(process.argv.slice(2))) ? 0 : 1;
