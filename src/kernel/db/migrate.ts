import sql from 'sql-template-tag';
import type { Database, Queryable } from './database.ts';
import type { Migration } from './migration.ts';
import { logAndRegisters } from './migrations/0001-log-and-registers.ts';
import { proof } from './migrations/0002-proof.ts';
import { registerNotices } from './migrations/0003-register-notices.ts';
import { absentEntries } from './migrations/0004-absent-entries.ts';
import { evidenceOfCommitments } from './migrations/0007-evidence-of-commitments.ts';
import { witnessesAndReleases } from './migrations/0008-witnesses-and-releases.ts';
import { changeFeed } from './migrations/0009-change-feed.ts';
import { search } from './migrations/0010-search.ts';

/** Every step of the schema in order; a new one is added at the end. */
export const migrations: readonly Migration[] = [
  logAndRegisters,
  proof,
  registerNotices,
  absentEntries,
  evidenceOfCommitments,
  witnessesAndReleases,
  changeFeed,
  search,
];

/** Number that marks Ufuq's advisory lock on a server: "ufuq" in ASCII. */
const lock = 0x75667571;

/** The store was written by a newer Ufuq than this one. */
export class NewerSchemaError extends Error {
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(
      `The database has schema ${found} and this Ufuq knows ${known}: it was opened by a newer version. ` +
        'Start that version or a later one.',
    );
    this.name = 'NewerSchemaError';
    this.found = found;
    this.known = known;
  }
}

/** Number of the last migration that the database has; 0 for one that Ufuq has not seen. */
export async function schemaVersion(database: Queryable): Promise<number> {
  const [table] = await database.query<{ found: boolean }>(
    sql`select to_regclass('ufuq.migration') is not null as found`,
  );
  if (!table!.found) return 0;
  const [row] = await database.query<{ version: number }>(
    sql`select coalesce(max(number), 0) as version from ufuq.migration`,
  );
  return row!.version;
}

async function step(database: Database, migration: Migration): Promise<boolean> {
  return await database.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${lock})`);
    if ((await schemaVersion(tx)) >= migration.number) return false;
    await tx.query(sql`create schema if not exists ufuq`);
    await tx.query(sql`create table if not exists ufuq.migration (
      number integer primary key, name text not null, applied_at timestamptz not null default now()
    )`);
    for (const statement of migration.statements) await tx.query(statement);
    await tx.query(
      sql`insert into ufuq.migration (number, name) values (${migration.number}, ${migration.name})`,
    );
    return true;
  });
}

/**
 * Brings the schema up to date, one transaction a step; safe to run twice and by several processes at a time.
 * @param onStep hears of a step before it is made
 * @returns the steps that were made now
 * @throws {NewerSchemaError} before anything is touched
 */
export async function migrate(
  database: Database,
  steps: readonly Migration[] = migrations,
  onStep: (migration: Migration) => void = () => {},
): Promise<readonly Migration[]> {
  const known = steps.at(-1)?.number ?? 0;
  const found = await schemaVersion(database);
  if (found > known) throw new NewerSchemaError(found, known);
  const made: Migration[] = [];
  for (const migration of steps.filter((each) => each.number > found)) {
    onStep(migration);
    if (await step(database, migration)) made.push(migration);
  }
  return made;
}
