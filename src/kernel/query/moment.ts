import sql, { raw, type Sql } from 'sql-template-tag';
import type { Position } from '../log/entry.ts';
import { sqlInstant } from '../log/instant.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';

/** The two times of a question: valid from–to (closed, milliseconds; equal for an instant), and known at a position. */
export interface Moment {
  readonly from: number;
  readonly to: number;
  readonly position: Position;
}

/** Rows of `alias` that were known at the position. */
export function isKnown(alias: string, position: Position): Sql {
  const column = (name: string) => raw(`${alias}.${name}`);
  return sql`${column(system.knownFrom)} <= ${position}::bigint and ${column(system.knownTo)} > ${position}::bigint`;
}

/**
 * Rows of the table `t` that answer a question about the moment: known then, holding then, and of the several
 * versions of a record that held during an interval only the latest.
 */
export function answers(register: Register, { from, to, position }: Moment): Sql {
  const since = raw(`t.${system.validFrom}`);
  const until = raw(`t.${system.validTo}`);
  const holds = sql`${since} <= ${sqlInstant(to)}::timestamptz and ${until} > ${sqlInstant(from)}::timestamptz`;
  if (from === to) return sql`${isKnown('t', position)} and ${holds}`;
  return sql`${isKnown('t', position)} and ${holds} and not exists (
    select 1 from ${raw(tableOf(register.id))} later
    where later.${raw(system.record)} = t.${raw(system.record)} and later.${raw(system.validFrom)} > ${since}
      and later.${raw(system.validFrom)} <= ${sqlInstant(to)}::timestamptz and ${isKnown('later', position)})`;
}
