import { randomBytes } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import { openDatabase } from '../../../src/kernel/db/open-database.ts';

/** A database of its own on the server, with PostGIS, dropped after the run. */
export async function benchDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `ufuq_bench_${randomBytes(4).toString('hex')}`;
  const maintenance = await openDatabase({ url: server, connections: 1 });
  await maintenance.query(sql`create database ${raw(name)}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const fresh = await openDatabase({ url: url.href, connections: 1 });
  await fresh.query(sql`create extension postgis`);
  await fresh.close();
  return {
    url: url.href,
    drop: async () => {
      await maintenance.query(sql`drop database ${raw(name)} with (force)`);
      await maintenance.close();
    },
  };
}
