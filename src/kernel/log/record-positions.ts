import sql, { raw, type Sql } from 'sql-template-tag';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';

/**
 * Query for the positions of all entries about one record, each once, in any order. Those with a body are read off the
 * register's table: an index of a million ids beside the log would cost an import more than anything else.
 */
export function recordPositions(register: Pick<Register, 'id'>, registerNumber: number, record: string): Sql {
  return sql`
    select t.${raw(system.entry)} as position from ${raw(tableOf(register.id))} t where t.${raw(system.record)} = ${record}
    union
    select a.position from ufuq.entry a
    where a.register = ${registerNumber}::int and a.record = ${record} and a.body is null`;
}
