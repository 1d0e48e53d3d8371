import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineName, type OwnDatabase, ownDatabase } from '../engines/engine.ts';
import { ServerProcess } from './server-process.ts';
import { storedIds } from './stored-ids.ts';
import { type SentBatch, writeUntilGone } from './writers.ts';

const data = mkdtempSync(join(tmpdir(), 'ufuq-stop-'));
let database: OwnDatabase;
let server: ServerProcess;

beforeAll(async () => {
  database = await ownDatabase();
  server = new ServerProcess({ data, database: database.url });
  await server.ready();
});

afterAll(async () => {
  await server.end('SIGKILL');
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

test('a second server on the folder is refused in a sentence that names the first', async () => {
  const second = new ServerProcess({ data, database: database.url });
  await expect(second.ready()).rejects.toThrow(`A server is running on the folder ${data} at ${server.url}`);
  expect(await second.end('SIGKILL')).toBe(1);
});

test(`SIGTERM under load on ${engineName}: requests under way are answered, then all is closed`, async () => {
  const sent: SentBatch[] = [];
  const gone = writeUntilGone(server, 0, 4, sent);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await server.end('SIGTERM')).toBe(0);
  await gone;
  expect(existsSync(join(data, 'ufuq.lock'))).toBe(false);

  server = new ServerProcess({ data, database: database.url });
  await server.ready();
  const stored = await storedIds(server);
  const acknowledged = sent.filter((batch) => batch.isAcknowledged);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter(({ ids }) => !ids.every((id) => stored.has(id)))).toEqual([]);
  // What was written was also acknowledged: a stop cuts no answer off.
  expect(sent.filter(({ ids, isAcknowledged }) => !isAcknowledged && stored.has(ids[0]!))).toEqual([]);
});
