import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from '../crash/server-process.ts';
import { storedIds } from '../crash/stored-ids.ts';
import { register, type SentBatch, writeUntilGone } from '../crash/writers.ts';
import { engineName, type OwnDatabase, ownDatabase } from '../engines/engine.ts';
import { accepts, Receiver } from './receiver.ts';

/** The deliverer is killed in the midst of it: the receiver, which knows events by `webhook-id`, ends with all of them in order. */
const kills = Number(process.env.UFUQ_FEED_KILLS ?? 2);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const data = mkdtempSync(join(tmpdir(), 'ufuq-webhooks-'));
let database: OwnDatabase;
let receiver: Receiver;
let server: ServerProcess | undefined;

beforeAll(async () => {
  process.env.UFUQ_WEBHOOK_TARGETS = 'any';
  database = await ownDatabase();
  receiver = await Receiver.open();
});
afterAll(async () => {
  delete process.env.UFUQ_WEBHOOK_TARGETS;
  await server?.end('SIGKILL');
  await receiver.close();
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

async function start(): Promise<ServerProcess> {
  server = new ServerProcess({ data, database: database.url });
  await server.ready();
  return server;
}

const ask = async (running: ServerProcess, path: string) =>
  (await running.ask(path)).json() as Promise<never>;

async function positions(running: ServerProcess): Promise<number[]> {
  const found: number[] = [];
  for (let since = 0; ; ) {
    const page: { next: number; isLatest: boolean; changes: { position: number; kind: string }[] } =
      await ask(running, `/collections/${register}/changes?since=${since}&limit=2000&types=upsert`);
    found.push(...page.changes.map(({ position }) => position));
    since = page.next;
    if (page.isLatest) return found;
  }
}

test(`${kills} SIGKILLs of the deliverer on ${engineName}: every event arrives, in order`, {
  timeout: 120_000 + kills * 90_000,
}, async () => {
  // Slow now and then, so that kills come between the receipt of an event and its being recorded.
  receiver.behaviour = (request, response, attempt) => {
    if (Math.random() < 0.5) accepts(request, response, attempt);
    else {
      response.statusCode = 204;
      setTimeout(() => response.end(), Math.random() * 20);
    }
  };
  const sent: SentBatch[] = [];
  let id = '';
  for (let run = 0; run < kills; run++) {
    const running = await start();
    if (run === 0) {
      const body = JSON.stringify({
        title: 'Kept through kills',
        target: receiver.url,
        registers: [register],
        types: ['upsert'],
      });
      const made = (await (await running.ask('/webhooks', { method: 'POST', body })).json()) as {
        id: string;
        secret: string;
      };
      ({ id, secret: receiver.secret } = made);
    }
    const gone = writeUntilGone(running, run, 3, sent);
    await pause(500 + Math.random() * 2500);
    await running.end('SIGKILL');
    await gone;
  }
  const last = await start();
  const state = async (): Promise<{ lag: number; lastFailure: string | null }> =>
    ask(last, `/webhooks/${id}`);
  while ((await state()).lag > 0) await pause(200);
  const stored = await storedIds(last);
  expect(receiver.accepted().length).toBe(stored.size);
  expect(receiver.accepted()).toEqual(await positions(last));
  const arrived = new Set(receiver.requests.map(({ event }) => event.subject));
  expect([...stored].filter((record) => !arrived.has(record))).toEqual([]);
  expect(receiver.badSignatures).toBe(0);
  const twice = receiver.requests.length - new Set(receiver.requests.map((request) => request.id)).size;
  expect(twice).toBeLessThanOrEqual(kills);
  console.log(
    `${engineName}: ${kills} kills, ${stored.size} events, ${twice} sent twice under the same webhook-id`,
  );
  await last.end('SIGTERM');
});
