import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineName, type OwnDatabase, ownDatabase } from '../engines/engine.ts';
import { ServerProcess } from './server-process.ts';
import { problemsOf, storedIds } from './stored-ids.ts';
import { type SentBatch, writeUntilGone } from './writers.ts';

/** `npm run crash` kills 100 times; the suite does so a few times. */
const kills = Number(process.env.UFUQ_CRASH_KILLS ?? 3);
const writers = 8;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const data = mkdtempSync(join(tmpdir(), 'ufuq-crash-'));
let database: OwnDatabase;
let server: ServerProcess | undefined;

beforeAll(async () => {
  database = await ownDatabase();
});

afterAll(async () => {
  await server?.end('SIGKILL');
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

/** Half writes and lost writes among the batches that were sent. */
function damage(sent: readonly SentBatch[], stored: ReadonlySet<string>): string[] {
  return sent.flatMap(({ ids, isAcknowledged }) => {
    const found = ids.filter((id) => stored.has(id)).length;
    if (found !== 0 && found !== ids.length) return [`half of ${ids[0]}: ${found} of ${ids.length}`];
    return isAcknowledged && found === 0 ? [`lost ${ids[0]}`] : [];
  });
}

async function start(): Promise<ServerProcess> {
  server = new ServerProcess({ data, database: database.url });
  await server.ready();
  return server;
}

test(`${kills} SIGKILLs under ${writers} writers on ${engineName}: nothing acknowledged is lost, nothing is half`, {
  timeout: 120_000 + kills * 90_000,
}, async () => {
  const sent: SentBatch[] = [];
  for (let run = 0; run < kills; run++) {
    const running = await start();
    expect(await problemsOf(running)).toEqual([]);
    expect(damage(sent, await storedIds(running))).toEqual([]);
    const gone = writeUntilGone(running, run, writers, sent);
    await pause(200 + Math.random() * 2500);
    await running.end('SIGKILL');
    await gone;
    if (run % 5 === 4) {
      // A kill while the store opens must not matter either.
      const opening = new ServerProcess({ data, database: database.url });
      await pause(Math.random() * 4000);
      await opening.end('SIGKILL');
    }
  }
  const last = await start();
  const stored = await storedIds(last);
  expect(await problemsOf(last)).toEqual([]);
  expect(damage(sent, stored)).toEqual([]);
  const acknowledged = sent.filter((batch) => batch.isAcknowledged).length;
  const silent = sent.filter(({ ids, isAcknowledged }) => !isAcknowledged && stored.has(ids[0]!)).length;
  console.log(
    `${engineName}: ${kills} kills, ${acknowledged} batches acknowledged and all there, ` +
      `${sent.length - acknowledged} cut off, of which ${silent} stand whole`,
  );
  expect(acknowledged).toBeGreaterThan(0);
  await last.end('SIGTERM');
});
