import { administrator } from '../../src/kernel/access/caller.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { openDatabase } from '../../src/kernel/db/open-database.ts';
import { LogWriter } from '../../src/kernel/log/log-writer.ts';
import { SqlReader } from '../../src/kernel/query/sql-reader.ts';
import { StoredRegistry } from '../../src/kernel/register/stored-registry.ts';
import { importFile } from '../../src/kernel/transfer/import-file.ts';

/** An import in a process of its own, to be killed: tells each step of its progress. */
const [url, path, workFolder] = process.argv.slice(2) as [string, string, string];
const database = await openDatabase({ url });
const registry = await StoredRegistry.open(database, [], systemClock);
const shared = { database, registry, clock: systemClock };
const limits = { maxVertices: 1000 };
const services = { ...shared, reader: new SqlReader(shared), writer: new LogWriter({ ...shared, limits }) };
const report = await importFile(services, {
  path,
  workFolder,
  caller: administrator,
  limits,
  onProgress: ({ stage, share }) => process.stdout.write(`${stage} ${share}\n`),
});
process.stdout.write(`${report.outcome}\n`);
await database.close();
