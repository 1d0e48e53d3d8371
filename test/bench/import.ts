import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { hasOgrinfo } from '../conformance/geodata/ogrinfo.ts';
import { benchDatabase } from './import/bench-database.ts';
import { type BenchFormat, benchFiles } from './import/bench-files.ts';
import { runOgr, runOurs } from './import/runs.ts';

const options = {
  count: { type: 'string', default: '1000000' },
  runs: { type: 'string', default: '3' },
  formats: { type: 'string', default: 'geojsonseq,flatgeobuf,gpkg' },
  database: { type: 'string' },
} as const;

/** What is asked of each format: our time over that of `ogr2ogr`, at most. */
const allowed: Readonly<Record<BenchFormat, number>> = { geojsonseq: 1, flatgeobuf: 1, gpkg: 3 };
const allowedMB = 600;

/**
 * Imports generated parcels into PostgreSQL, log entries and indexes included, beside `ogr2ogr` with `PG_USE_COPY` into
 * the same server: alternating runs, each into a fresh database, medians and their ratio. Returns whether all held.
 */
export async function bench(args: readonly string[] = []): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options });
  const server = values.database ?? process.env.UFUQ_TEST_DATABASE;
  if (server === undefined || !hasOgrinfo()) {
    console.log('import: skipped (set UFUQ_TEST_DATABASE to a PostgreSQL server, and install ogr2ogr)');
    return true;
  }
  const count = Number(values.count);
  const files = await benchFiles(count);
  let isHeld = true;
  console.log(`import of ${count.toLocaleString('en')} parcels, medians of ${values.runs} alternating runs`);
  for (const format of values.formats.split(',') as BenchFormat[]) {
    const file = join(files.folder, files.names[format]);
    if (!existsSync(file)) continue;
    const ours: number[] = [];
    const theirs: number[] = [];
    let rss = 0;
    for (let run = 0; run < Number(values.runs); run++) {
      const database = await benchDatabase(server);
      try {
        theirs.push(await runOgr(file, database.url));
        const { seconds, megabytes } = await runOurs(file, database.url, count);
        ours.push(seconds);
        rss = Math.max(rss, megabytes);
      } finally {
        await database.drop();
      }
    }
    const ratio = median(ours) / median(theirs);
    const isFine = ratio <= allowed[format] && rss < allowedMB;
    isHeld &&= isFine;
    console.log(
      `${isFine ? '✓' : '✗'} ${format.padEnd(11)} ufuq ${median(ours).toFixed(1)} s · ogr2ogr ${median(theirs).toFixed(1)} s · ` +
        `${ratio.toFixed(2)} × (at most ${allowed[format]}) · ${Math.round(rss)} MB (below ${allowedMB}) · ` +
        `${Math.round(count / median(ours)).toLocaleString('en')}/s`,
    );
  }
  return isHeld;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = (await bench(process.argv.slice(2))) ? 0 : 1;
