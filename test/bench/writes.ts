import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ServerProcess } from '../crash/server-process.ts';
import { benchDatabase } from './import/bench-database.ts';
import { httpClient } from './writes/http-client.ts';
import { asFastAs, atRate, type LoadResult, quantile } from './writes/load.ts';
import { plainTable } from './writes/plain-table.ts';
import { ProofLag } from './writes/proof-lag.ts';
import { sites, siteWrites } from './writes/sites.ts';

const options = {
  seconds: { type: 'string', default: '10' },
  rate: { type: 'string', default: '300' },
  clients: { type: 'string', default: '32' },
  database: { type: 'string' },
} as const;

const allowed = { p99Milliseconds: 100, proofSeconds: 2 };

/**
 * Writes through the HTTP API of a real server at a steady rate, each on a record of its own in a register with geometry,
 * a unique number and rules; then as fast as 32 clients can, beside a plain INSERT into one table. Returns whether the rate
 * was held, with the wait for an answer and for a proof that are asked.
 */
export async function bench(args: readonly string[] = []): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options });
  const server = values.database ?? process.env.UFUQ_TEST_DATABASE;
  if (server === undefined) {
    console.log('writes: skipped (set UFUQ_TEST_DATABASE to a PostgreSQL server)');
    return true;
  }
  const [seconds, perSecond, clients] = [values.seconds, values.rate, values.clients].map(Number) as [
    number,
    number,
    number,
  ];
  const data = mkdtempSync(join(tmpdir(), 'ufuq-bench-writes-'));
  const database = await benchDatabase(server);
  const running = new ServerProcess({ data, database: database.url });
  try {
    await running.ready();
    const client = httpClient(running.url, readFileSync(join(data, 'admin-token'), 'utf8').trim());
    const made = await client.ask('POST', '/operation/registers', JSON.stringify(sites), 'application/json');
    if (made.status !== 201) throw new Error(made.text);
    const writes = siteWrites();
    const path = `/collections/${sites.id}/items`;
    const size = async () => Number((await client.ask('GET', '/log/checkpoint')).text.split('\n')[1]);
    const lag = new ProofLag(size);
    const send = async () => {
      const { isNew, id, body } = writes.next().value;
      const answer = await client.ask(isNew ? 'POST' : 'PUT', isNew ? path : `${path}/${id}`, body);
      const isDone = answer.status === (isNew ? 201 : 204);
      if (isDone) lag.committed(Number(answer.headers['ufuq-position']));
      else console.log(`${answer.status} ${answer.text.slice(0, 300)}`);
      return isDone;
    };
    await asFastAs(4, send, 2); // Compiled code and warm caches, on both sides.
    lag.lags.length = 0;

    const steady = await atRate(send, { perSecond, seconds });
    const uncovered = await lag.end();
    const rate = steady.latencies.length / steady.seconds;
    const p99 = quantile(steady.latencies, 0.99);
    const proof = quantile(lag.lags, 0.99) / 1000;
    const isHeld =
      steady.refused === 0 &&
      uncovered === 0 &&
      rate > perSecond * 0.99 &&
      p99 < allowed.p99Milliseconds &&
      proof < allowed.proofSeconds;
    console.log(
      `${isHeld ? '✓' : '✗'} ${describe('steady', steady)} (below ${allowed.p99Milliseconds}) · ` +
        `proof p99 ${proof.toFixed(2)} s (below ${allowed.proofSeconds}), longest ${(quantile(lag.lags, 1) / 1000).toFixed(2)} s · ` +
        `load ${loadavg()[0]!.toFixed(1)}`,
    );
    const burst = Math.min(10, seconds);
    const ours = await asFastAs(clients, send, burst);
    const plain = await plainTable(database.url, 10);
    const theirs = await asFastAs(clients, () => plain.write(writes.next().value), burst);
    await plain.close();
    client.close();
    console.log(`  ${describe(`${clients} clients`, ours)}`);
    console.log(`  ${describe('plain INSERT, no HTTP, checks, history or proof', theirs)}`);
    const ratio = theirs.latencies.length / theirs.seconds / (ours.latencies.length / ours.seconds);
    console.log(`  a plain INSERT is ${ratio.toFixed(1)} × as fast · load ${loadavg()[0]!.toFixed(1)}`);
    return isHeld;
  } finally {
    await running.end('SIGTERM');
    await database.drop();
    rmSync(data, { recursive: true });
  }
}

function describe(what: string, { latencies, seconds, refused }: LoadResult): string {
  return (
    `${what}: ${latencies.length.toLocaleString('en')} writes in ${seconds.toFixed(1)} s, ${(latencies.length / seconds).toFixed(0)}/s, ` +
    `${refused} refused · p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${quantile(latencies, 0.99).toFixed(1)} ms`
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = (await bench(process.argv.slice(2))) ? 0 : 1;
