import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { administrator } from '../../src/kernel/access/caller.ts';
import { configWith } from '../../src/kernel/config.ts';
import { migrate } from '../../src/kernel/db/migrate.ts';
import { openDatabase } from '../../src/kernel/db/open-database.ts';
import type { RegisterDeclaration, Rule } from '../../src/kernel/register/declaration.ts';
import { importFile } from '../../src/kernel/transfer/import-file.ts';
import { createServices } from '../../src/server/create-services.ts';
import { benchDatabase } from './import/bench-database.ts';
import { benchFiles } from './import/bench-files.ts';

/**
 * `npm run bench -- rules [COUNT …] --database URL`: parcels that do not overlap, imported into a register that stands, with
 * and without the rule `no-overlap`. What the rule adds should grow with the count and not with its square.
 */
const args = process.argv.slice(2);
const at = args.indexOf('--database');
const server = at < 0 ? process.env.UFUQ_TEST_DATABASE : args.splice(at, 2)[1];
if (server === undefined) throw new Error('--database URL, or UFUQ_TEST_DATABASE, is needed');
const counts = args.length > 0 ? args.map(Number) : [25_000, 50_000, 100_000];

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const noOverlap: Rule = { kind: 'no-overlap', id: 'apart' };

function declaration(rules: readonly Rule[]): RegisterDeclaration {
  const field = (name: string, type: 'string' | 'number' | 'date') => ({ name, type, title: same(name) });
  return {
    id: 'plots',
    title: same('plots'),
    description: same('plots'),
    geometry: 'Polygon',
    fields: [
      field('cadastral_number', 'string'),
      field('land_use', 'string'),
      field('right', 'string'),
      field('area_m2', 'number'),
      field('registered', 'date'),
    ],
    rules,
  };
}

async function seconds(path: string, rules: readonly Rule[]): Promise<number> {
  const { url, drop } = await benchDatabase(server!);
  const database = await openDatabase({ url });
  try {
    await migrate(database);
    const services = await createServices(configWith(), database);
    await services.registry.create(declaration(rules), 'bench');
    const begun = performance.now();
    const { outcome, findings } = await importFile(services, {
      path,
      register: 'plots',
      layer: undefined,
      caller: administrator,
      limits: { maxVertices: 500_000 },
    });
    if (outcome !== 'imported') throw new Error(JSON.stringify(findings.slice(0, 3)));
    return (performance.now() - begun) / 1000;
  } finally {
    await database.close();
    await drop();
  }
}

console.log('parcels | without, s | with no-overlap, s | ratio | added per parcel, µs | load');
for (const count of counts) {
  const { folder, names } = await benchFiles(count);
  const path = join(folder, names.geojsonseq);
  const real = readFileSync(path, 'utf8').split('\n').length - 1;
  const without = await seconds(path, []);
  const checked = await seconds(path, [noOverlap]);
  const added = ((checked - without) / real) * 1e6;
  console.log(
    [
      real,
      without.toFixed(2),
      checked.toFixed(2),
      (checked / without).toFixed(2),
      added.toFixed(0),
      loadavg()[0]!.toFixed(1),
    ].join(' | '),
  );
}
