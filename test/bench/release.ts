import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchDatabase } from './import/bench-database.ts';
import { benchFiles } from './import/bench-files.ts';

const options = {
  count: { type: 'string', default: '1000000' },
  database: { type: 'string' },
} as const;

/**
 * Releases generated parcels from PostgreSQL and verifies the release from its files: seconds, memory, and bytes a record
 * of every file. The peer is the same release checked without making its renditions again.
 */
const { values } = parseArgs({ options });
const server = values.database ?? process.env.UFUQ_TEST_DATABASE;
if (server === undefined) console.log('release: skipped (set UFUQ_TEST_DATABASE to a PostgreSQL server)');
else {
  const count = Number(values.count);
  const files = await benchFiles(count);
  const database = await benchDatabase(server);
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-bench-release-'));
  const run = (...args: readonly string[]): Record<string, number> => {
    const script = fileURLToPath(new URL('./release/release-process.ts', import.meta.url));
    const command = ['--import', 'tsx', script, args[0]!, folder, database.url, ...args.slice(1)];
    return JSON.parse(
      execFileSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    );
  };
  const tell = (what: string, { seconds = 0, megabytes = 0 }: Record<string, number>) =>
    console.log(
      `${what.padEnd(28)} ${seconds.toFixed(1)} s · ${Math.round(megabytes)} MB · load ${loadavg()[0]!.toFixed(1)}`,
    );
  try {
    tell('import and proof', run('load', join(files.folder, files.names.flatgeobuf)));
    const made = run('make');
    tell('release, written out', made);
    for (const [name, bytes] of Object.entries(made))
      if (name.includes('.'))
        console.log(`  ${name.padEnd(26)} ${(bytes / count).toFixed(1)} bytes a record`);
    tell('verify', run('verify', 'renditions'));
    tell('verify --quick', run('verify', 'quick'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  }
}
