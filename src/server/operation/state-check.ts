import sql, { raw } from 'sql-template-tag';
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
    const [row] = await database.query<{ strays: number; logged: number; held: number }>(sql`
      select
        (select count(*) from ${table} t left join ufuq.entry e
           on e.position = t.${raw(system.entry)} and e.register = ${number}::int and e.record = t.${raw(system.record)}
         where e.position is null) as strays,
        (select count(distinct record) from ufuq.entry where register = ${number}::int and body is not null) as logged,
        (select count(distinct ${raw(system.record)}) from ${table}) as held`);
    const { strays, logged, held } = row!;
    if (strays > 0 || logged !== held) differing.push(id);
  }
  return differing;
}
