import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineName, type OwnDatabase, ownDatabase } from '../engines/engine.ts';
import { ServerProcess } from './server-process.ts';

/** `npm run crash` kills 100 times; the suite does so twice. */
const kills = Number(process.env.UFUQ_CRASH_KILLS ?? 2);
const senders = 6;

const data = mkdtempSync(join(tmpdir(), 'ufuq-uploads-'));
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

async function start(): Promise<ServerProcess> {
  server = new ServerProcess({ data, database: database.url });
  await server.ready();
  return server;
}

/** Sends documents of up to 3 MB until the server is gone; notes the hashes of those that it said it keeps. */
async function sendUntilGone(to: ServerProcess, kept: Set<string>): Promise<void> {
  for (;;) {
    const body = randomBytes(1000 + Math.floor(Math.random() * 3_000_000));
    try {
      const headers = { 'content-type': 'application/octet-stream' };
      const answer = await to.ask('/documents?title=x', { method: 'POST', body, headers });
      if (answer.status !== 201) return;
      await answer.json();
      kept.add(createHash('sha256').update(body).digest('hex'));
    } catch {
      return;
    }
  }
}

interface Checked {
  readonly checks: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly params: { count: string };
  }[];
}

test(`${kills} SIGKILLs under ${senders} uploads on ${engineName}: what was acknowledged is there whole, nothing half is served`, {
  timeout: 120_000 + kills * 90_000,
}, async () => {
  const kept = new Set<string>();
  let orphans = 0;
  for (let run = 0; run <= kills; run++) {
    const running = await start();
    const incoming = join(data, 'documents', 'incoming');
    expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
    const { checks } = (await (await running.ask('/operation/checks')).json()) as Checked;
    for (const { id, outcome, params } of checks.filter((each) => each.id === 'documents')) {
      expect([id, outcome]).not.toEqual(['documents', 'damaged']);
      expect([id, outcome]).not.toEqual(['documents', 'missing']);
      if (outcome === 'orphan') orphans = Number(params.count);
    }
    for (const hash of kept) {
      const bytes = Buffer.from(await (await running.ask(`/documents/${hash}`)).arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
    if (run === kills) break;
    const gone = Array.from({ length: senders }, () => sendUntilGone(running, kept));
    await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 2000));
    await running.end('SIGKILL');
    await Promise.all(gone);
  }
  expect(kept.size).toBeGreaterThan(0);
  await server!.end('SIGTERM');
  console.log(
    `${engineName}: ${kills} kills, ${kept.size} documents acknowledged and all there, ${orphans} orphans listed`,
  );
});
