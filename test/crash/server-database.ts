import { randomBytes } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import { openDatabase } from '../../src/kernel/db/open-database.ts';
import { testServer } from '../engines/engine.ts';

export interface OwnDatabase {
  /** Undefined where the run is for the embedded store. */
  readonly url: string | undefined;
  drop(): Promise<void>;
}

/** A database for a server process to run on, on the engine that this run is for. */
export async function ownDatabase(): Promise<OwnDatabase> {
  if (testServer === undefined) return { url: undefined, drop: async () => {} };
  const maintenance = await openDatabase({ url: testServer, connections: 1 });
  const name = raw(`ufuq_crash_${randomBytes(6).toString('hex')}`);
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
