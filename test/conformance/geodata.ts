import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readBroken } from './geodata/broken.ts';
import { readGood } from './geodata/good.ts';

/** What came of one reference set. */
export interface GeodataOutcome {
  readonly set: string;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly string[];
}

/** Files that belong to others of the same name. */
const companions = new Set([
  '.gfs',
  '.xsd',
  '.dbf',
  '.shx',
  '.prj',
  '.cpg',
  '.qix',
  '.qmd',
  '.md',
  '.txt',
  '.lock',
]);

function files(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/**
 * Reads every file of the folder `geodata`: good ones must agree with GDAL's `ogrinfo` in layers, counts, extents and
 * field types, `broken-*` must be answered with a reason for the file or for its records.
 */
export async function verifyReading(referenceDir: string): Promise<GeodataOutcome> {
  const failures: string[] = [];
  let total = 0;
  let passed = 0;
  for (const name of files(referenceDir)) {
    if (companions.has(extname(name).toLowerCase())) continue;
    const path = join(referenceDir, name);
    const checks = name.startsWith('broken-') ? await readBroken(path) : await readGood(path);
    for (const { what, failure } of checks) {
      total++;
      if (failure === undefined) passed++;
      else failures.push(`${name}: ${what}: ${failure}`);
    }
  }
  return { set: 'geodata: reading', passed, total, failures };
}
