import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ImportServices } from '../../src/kernel/transfer/import-request.ts';
import type { Check } from './geodata/good.ts';
import type { GeodataOutcome } from './geodata.ts';
import { importBroken } from './transfer/broken.ts';
import { importGood } from './transfer/good.ts';

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

/**
 * Imports every file of `<referenceDir>/geodata` as an operator would: good ones completely, with the counts and extents
 * that `ogrinfo` tells; `broken-*` are answered with sentences in every language and change nothing. What was imported is
 * exported in each format and imported again. Every register that this makes is dropped.
 */
export async function verifyGeodata(referenceDir: string, services: ImportServices): Promise<GeodataOutcome> {
  const folder = join(referenceDir, 'geodata');
  const failures: string[] = [];
  let total = 0;
  if (!existsSync(folder)) console.log(`skipped: geodata imports (not in ${referenceDir})`);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const name of names.filter((each) => !companions.has(extname(each).toLowerCase()))) {
    const path = join(folder, name);
    const verify = name.startsWith('broken-') ? importBroken : importGood;
    const checks = await verify(path, services).catch((error): Check[] => [
      { what: 'import', failure: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ]);
    for (const { what, failure } of checks) {
      total++;
      if (failure !== undefined) failures.push(`${name}: ${what}: ${failure}`);
    }
  }
  const set = `geodata: import and export (${services.database.engine})`;
  return { set, passed: total - failures.length, total, failures };
}
