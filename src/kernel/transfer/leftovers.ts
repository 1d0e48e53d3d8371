import sql, { raw } from 'sql-template-tag';
import type { Database, Queryable } from '../db/database.ts';
import { quote } from '../register/columns.ts';
import { provisionalPrefix } from './parallel-rows.ts';
import { removeLeftoverFolders } from './work-folder.ts';

/** Number that marks imports among a server's advisory locks: "impo" in ASCII. */
const lock = 0x696d706f;

/** Says until the end of the transaction that an import is about to take over a provisional table. */
export async function lockForImport(tx: Queryable): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock_shared(${lock})`);
}

/** Removes what imports that were killed left behind; a start of the server calls it, and so does every import. */
export async function dropLeftovers(database: Database, workFolder?: string): Promise<void> {
  removeLeftoverFolders(workFolder);
  await database.transaction(async (tx) => {
    const [row] = await tx.query<{ isFree: boolean }>(
      sql`select pg_try_advisory_xact_lock(${lock}) as "isFree"`,
    );
    if (!row!.isFree) return;
    const tables = await tx.query<{ name: string }>(sql`
      select tablename as name from pg_tables
      where schemaname = 'register' and starts_with(tablename, ${provisionalPrefix})`);
    for (const { name } of tables) await tx.query(raw(`drop table if exists register.${quote(name)}`));
  });
}
