import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { migrate } from '../../src/kernel/db/migrate.ts';
import { openDatabase } from '../../src/kernel/db/open-database.ts';
import { dropLeftovers } from '../../src/kernel/transfer/leftovers.ts';
import { ownDatabase, testServer } from '../engines/engine.ts';
import { feature, point } from './import-kernel.ts';

if (testServer === undefined) console.log('skipped: imports that are killed (set UFUQ_TEST_DATABASE)');

const child = join(import.meta.dirname, 'import-child.ts');
const count = 60_000;

test.skipIf(testServer === undefined)(
  'an import that is killed at any moment leaves all of it or nothing, and no table or file behind',
  { timeout: 240_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ufuq-test-killed-'));
    const work = join(folder, 'work');
    mkdirSync(work);
    const path = join(folder, 'many.geojsonl');
    const note = 'x'.repeat(80);
    const lines = Array.from({ length: count }, (_, i) =>
      JSON.stringify(feature(i, { note }, point(49, 40))),
    );
    writeFileSync(path, lines.join('\n'));
    const { url, drop } = await ownDatabase();
    const database = await openDatabase({ url });
    try {
      await migrate(database);
      for (const moment of ['planning', 'reading', 'reading 0.2', 'loading', 'loading 0.7', 'done']) {
        await killAt(moment, [url!, path, work]);
        const [head] = await database.query<{ position: number }>(sql`select position from ufuq.head`);
        const [log] = await database.query<{ n: number }>(sql`select count(*)::int as n from ufuq.entry`);
        expect(log!.n).toBe(Number(head!.position));
        expect([0, count + 1]).toContain(log!.n);
        await dropLeftovers(database, work);
        expect(readdirSync(work)).toEqual([]);
        const tables = await database.query<{ name: string }>(
          sql`select tablename as name from pg_tables where schemaname = 'register'`,
        );
        expect(tables.map(({ name }) => name)).toEqual(log!.n === 0 ? [] : ['many']);
        if (log!.n > 0) break;
      }
    } finally {
      await database.close();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** Kills the import once it says that it is at or beyond a moment. */
async function killAt(moment: string, args: string[]): Promise<void> {
  const [stage, share = '0'] = moment.split(' ');
  const process_ = spawn(process.execPath, ['--import', 'tsx', child, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(process_, 'exit');
  process_.stdout.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) {
      const [at, done] = line.split(' ');
      if (at === stage && Number(done) >= Number(share)) process_.kill('SIGKILL');
    }
  });
  await exited;
  // The server notices that the other side is gone when it next looks.
  await new Promise((resolve) => setTimeout(resolve, 1500));
}
