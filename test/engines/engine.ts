import { randomBytes } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import type { Database } from '../../src/kernel/db/database.ts';
import { migrate } from '../../src/kernel/db/migrate.ts';
import { openDatabase } from '../../src/kernel/db/open-database.ts';

/** Gives every test file a database with nothing in it, on the engine that the run is for. */

const shared = globalThis as { ufuqTestDatabase?: Promise<Database> };

/** URL of the server that tests run on; undefined where they run on the embedded database. */
export const testServer = process.env.UFUQ_TEST_DATABASE;

export const engineName = testServer === undefined ? 'pglite' : 'postgres';

export interface OwnDatabase {
  /** Undefined where the run is for the embedded store. */
  readonly url: string | undefined;
  drop(): Promise<void>;
}

/** A new database with nothing in it, on the engine that this run is for; a server can run on it. */
export async function ownDatabase(): Promise<OwnDatabase> {
  if (testServer === undefined) return { url: undefined, drop: async () => {} };
  const maintenance = await openDatabase({ url: testServer, connections: 1 });
  const name = raw(`ufuq_test_${randomBytes(6).toString('hex')}`);
  await maintenance.query(sql`create database ${name}`);
  const url = new URL(testServer);
  url.pathname = `/${name.text}`;
  return {
    url: url.href,
    drop: async () => {
      await maintenance.query(sql`drop database ${name} with (force)`);
      await maintenance.close();
    },
  };
}

/** A new database on the test server, which is dropped when it is closed. */
async function databaseOnServer(): Promise<Database> {
  const { url, drop } = await ownDatabase();
  const database = await openDatabase({ url });
  const close = database.close.bind(database);
  return Object.assign(database, {
    close: async () => {
      await close();
      await drop();
    },
  });
}

/** The embedded database of this run, emptied of whatever the file before left in it; closing it is left to the end. */
async function embeddedDatabase(): Promise<Database> {
  shared.ufuqTestDatabase ??= openDatabase({}).then((database) =>
    Object.assign(database, { close: async () => {} }),
  );
  const database = await shared.ufuqTestDatabase;
  await database.query(sql`drop schema if exists register cascade`);
  await database.query(sql`drop schema if exists ufuq cascade`);
  return database;
}

/**
 * A database that is empty but for Ufuq's own schema (`migrated: false` leaves that away too). Close it in `afterAll`:
 * on a server this drops it.
 */
export async function openTestDatabase({ migrated = true } = {}): Promise<Database> {
  const database = testServer === undefined ? await embeddedDatabase() : await databaseOnServer();
  if (migrated) await migrate(database);
  return database;
}
