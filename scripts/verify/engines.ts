import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configWith } from '../../src/kernel/config.ts';
import { migrate } from '../../src/kernel/db/migrate.ts';
import { openDatabase } from '../../src/kernel/db/open-database.ts';
import { createServices, type StoreServices } from '../../src/server/create-services.ts';
import { ownDatabase, testServer } from '../../test/engines/engine.ts';
/** An open store of one engine for the sets that need one. */
export interface Engine {
  readonly name: string;
  readonly services: StoreServices;
  close(): Promise<void>;
}

/** The embedded store in a temporary folder, or a database of its own on the test server. */
async function openEngine(url: string | undefined, close: () => Promise<void>): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-verify-'));
  const database = await openDatabase({ url, folder });
  await migrate(database);
  const services = await createServices(configWith(), database);
  return {
    name: database.engine,
    services,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
      await close();
    },
  };
}

/** Every engine that is to be had: the embedded one, and the server that `UFUQ_TEST_DATABASE` names. */
export async function* engines(): AsyncGenerator<Engine> {
  yield await openEngine(undefined, async () => {});
  if (testServer === undefined) {
    console.log('skipped: the sets on PostgreSQL (set UFUQ_TEST_DATABASE)');
    return;
  }
  const database = await ownDatabase();
  yield await openEngine(database.url, database.drop);
}
