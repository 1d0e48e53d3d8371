import { administrator } from '../../../src/kernel/access/caller.ts';
import { configWith } from '../../../src/kernel/config.ts';
import { migrate } from '../../../src/kernel/db/migrate.ts';
import { openDatabase } from '../../../src/kernel/db/open-database.ts';
import { importFile } from '../../../src/kernel/transfer/import-file.ts';
import { createServices } from '../../../src/server/create-services.ts';

/** One import in a process of its own, so that its memory can be told: file and database are its arguments. */
const [path, url] = process.argv.slice(2) as [string, string];
const database = await openDatabase({ url });
await migrate(database);
const services = await createServices(configWith(), database);
const begun = performance.now();
const { outcome, layers, findings } = await importFile(services, {
  path,
  name: 'bench-parcels',
  layer: undefined,
  caller: administrator,
  limits: { maxVertices: 500_000 },
});
const seconds = (performance.now() - begun) / 1000;
if (outcome !== 'imported') throw new Error(JSON.stringify(findings.slice(0, 3)));
const { count } = await services.reader.count({ register: layers[0]!.register, caller: administrator });
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, megabytes, count }));
await database.close();
