import sql, { raw, type Sql } from 'sql-template-tag';
import type { Database } from '../../kernel/db/database.ts';
import { systemColumns as system, tableOf } from '../../kernel/register/columns.ts';
import type { Services } from '../../kernel/services.ts';

/**
 * Ids of the registers whose table does not follow from the log: a record that only one of them knows, or a row whose
 * entry is not in the log. Compares sets of ids, not bodies.
 */
export async function registersThatDiffer({ database, registry }: Services): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const { id } of registry.all()) {
    const table = raw(tableOf(id));
    const number = registry.numberOf(id);
    const [row] = await unhurried<{ strays: number; logged: number; held: number }>(
      database,
      sql`
      select
        (select count(*) from ${table} t left join ufuq.entry e
           on e.position = t.${raw(system.entry)} and e.register = ${number}::int and e.record = t.${raw(system.record)}
         where e.position is null) as strays,
        (select count(distinct record) from ufuq.entry where register = ${number}::int and body is not null) as logged,
        (select count(distinct ${raw(system.record)}) from ${table}) as held`,
    );
    const { strays, logged, held } = row!;
    if (strays > 0 || logged !== held) differing.push(id);
  }
  return differing;
}

/** Rows of a statement that goes through whole tables: in a transaction, where the time of a request is no limit. */
export async function unhurried<Row>(database: Database, statement: Sql): Promise<Row[]> {
  return await database.transaction((tx) => tx.query<Row>(statement));
}
