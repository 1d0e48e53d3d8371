import pg from 'pg';
import type { SiteWrite } from './sites.ts';

/**
 * The peer: the same JSON into one table of the same server by the same client library, one transaction a write. It has no
 * HTTP, no checks, no geometry, no history, no log and no proof; it is what a write costs at least.
 */
export async function plainTable(url: string, connections: number) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query('create table plain (id text primary key, body jsonb not null)');
  const text =
    'insert into plain (id, body) values ($1, $2) on conflict (id) do update set body = excluded.body';
  return {
    write: async ({ id, body }: SiteWrite) => {
      await pool.query({ name: 'plain', text, values: [id, body] });
      return true;
    },
    close: () => pool.end(),
  };
}
