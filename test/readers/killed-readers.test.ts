import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configWith } from '../../src/kernel/config.ts';
import { readAdminToken } from '../../src/server/data-folder/admin-token.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { type OwnDatabase, ownDatabase, testServer } from '../engines/engine.ts';

/** Processes that read beside the server: they share its port, see every write, and may die. */

const kills = Number(process.env.UFUQ_READER_KILLS ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'ufuq-readers-'));
let own: OwnDatabase;
let server: RunningServer;

if (testServer === undefined)
  console.log('readers beside the server: skipped, they need a PostgreSQL server (UFUQ_TEST_DATABASE)');

describe.skipIf(testServer === undefined)('readers beside the server', () => {
  beforeAll(async () => {
    own = await ownDatabase();
    server = await startServer(
      configWith({ data: folder, database: own.url!, port: 0, workers: 2, pack: 'none', logLevel: 'silent' }),
    );
    await until(() => server.readers.ready === 2);
  }, 180_000);

  afterAll(async () => {
    await server?.stop();
    await own?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const items = () => `${server.url}/collections/wells/items`;
  const write = (method: string, path: string, body: object) =>
    fetch(path, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${readAdminToken(folder)}` },
      body: JSON.stringify(body),
    });
  const well = (id: string, depth: number) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [49, 40] },
    properties: { depth },
  });

  test('a register that is made at run time, and every write, is read at once over whichever connection', async () => {
    const title = { az: 'Quyular', en: 'Wells', ar: 'آبار', fa: 'چاه‌ها' };
    const made = await write('POST', `${server.url}/operation/registers`, {
      id: 'wells',
      title,
      description: title,
      geometry: 'Point',
      fields: [{ name: 'depth', type: 'number', title }],
    });
    expect(made.status).toBe(201);
    await until(async () =>
      (await Promise.all(Array.from({ length: 12 }, () => fetch(items())))).every(({ ok }) => ok),
    );
    const instances = new Set<string>();
    for (let round = 0; round < 15; round++) {
      const written = await write('POST', items(), well(`w${round}`, round));
      expect(written.status).toBe(201);
      const answers = await Promise.all(
        Array.from({ length: 6 }, async () => {
          const answer = await fetch(`${items()}?limit=100`, { headers: { connection: 'close' } });
          const live = await fetch(`${server.url}/health/live`, { headers: { connection: 'close' } });
          instances.add(((await live.json()) as { instance: string }).instance);
          return ((await answer.json()) as { numberMatched: number }).numberMatched;
        }),
      );
      expect(answers).toEqual(Array(6).fill(round + 1));
    }
    expect(instances.size).toBeGreaterThan(1);
  }, 60_000);

  test('readers that are killed under load are replaced; who tries once more notices nothing', async () => {
    let isDone = false;
    let answered = 0;
    let retried = 0;
    const failures: string[] = [];
    const kept = new Agent({ keepAlive: true });
    const once = async (agent: Agent | false) => {
      const status = await statusOf(`${items()}?limit=5`, agent);
      if (status !== 200) throw new Error(`status ${status}`);
    };
    // Half of the clients keep their connections, half open one per request. As browsers and curl do, the second try
    // goes over a new connection: another kept one may have ended with the same reader.
    const client = async (agent: Agent | false) => {
      while (!isDone) {
        try {
          await once(agent).catch(async (error) => {
            if (error === unanswered) failures.push(unanswered.message);
            retried++;
            await once(false);
          });
          answered++;
        } catch (error) {
          failures.push(String(error));
        }
      }
    };
    const clients = Array.from({ length: 8 }, (_, i) => client(i % 2 === 0 && kept));
    for (let kill = 0; kill < kills; kill++) {
      await until(() => server.readers.ready === 2);
      const { pids } = server.readers;
      process.kill(pids[kill % pids.length]!, 'SIGKILL');
      await sleep(200);
    }
    await until(() => server.readers.ready === 2);
    isDone = true;
    await Promise.all(clients);
    kept.destroy();
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(100);
    console.log(
      `${kills} readers killed: ${answered} requests answered, ${retried} of them at the second try`,
    );
  }, 120_000);
});

const unanswered = new Error('a connection was taken and nobody answered on it for ten seconds');

/** Reads one answer to its end; a connection that nobody serves is an error after ten seconds. */
function statusOf(url: string, agent: Agent | false): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, timeout: 10_000 }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', reject);
    });
    request.once('timeout', () => request.destroy(unanswered));
    request.once('error', reject);
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error('it did not come to hold within a minute');
}
