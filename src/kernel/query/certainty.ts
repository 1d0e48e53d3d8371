import sql, { raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { sqlInstant } from '../log/instant.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { propertyColumn } from '../register/row.ts';
import type { Moment } from './moment.ts';
import { positionAt } from './position.ts';

/**
 * Which of the rows that answer a question about a moment hold then for certain. Where a register has a field for the
 * beginning and a record leaves it empty, it is not known since when the record holds: it counts from the moment in
 * which it was first recorded, and at the end of its period if it has one; at earlier times it is undated.
 * An empty end is open: what nobody has ended goes on. Bounds that an entry states itself are what they are.
 */
export async function isDated(db: Queryable, register: Register, moment: Moment): Promise<Sql> {
  const time = register.validTime;
  const field = time.kind === 'event' ? time.at : time.kind === 'interval' ? time.from : undefined;
  const isAllTime = moment.from === Number.NEGATIVE_INFINITY && moment.to === Number.POSITIVE_INFINITY;
  if (field === undefined || isAllTime) return sql`true`;
  const isStated = sql`${propertyColumn(field)} is not null or ${raw(`t.${system.validFrom}`)} > '-infinity'::timestamptz`;
  if (time.kind === 'event') return sql`(${isStated})`;
  const seen = await positionAt(db, moment.to);
  const end = sql`${raw(`t.${system.validTo}`)} - interval '1 millisecond' <= ${sqlInstant(moment.to)}::timestamptz`;
  if (seen === 0) return sql`(${isStated} or ${end})`;
  // A record that was withdrawn and came back is born again; its former rows remember when it was first spoken of.
  const spoken = sql`exists (select 1 from ${raw(tableOf(register.id))} former
    where ${raw(`former.${system.record} = t.${system.record}`)} and ${raw(`former.${system.entry}`)} <= ${seen}::bigint)`;
  return sql`(${isStated} or ${end} or ${raw(`t.${system.born}`)} <= ${seen}::bigint or ${spoken})`;
}
