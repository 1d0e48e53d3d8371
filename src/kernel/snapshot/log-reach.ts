import sql from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';

/** What of a register the entries between two positions touched. */
export interface Touched {
  readonly records: ReadonlySet<string>;
  readonly lastChange: Position;
}

/** Records that the entries after `from` and up to `to` are about, by the number of their register. */
export async function touchedBetween(
  db: Queryable,
  from: Position,
  to: Position,
): Promise<ReadonlyMap<number, Touched>> {
  const rows = await db.query<{ register: number; records: string[]; last: number }>(sql`
    select register, array_agg(distinct record) as records, max(position) as last
    from ufuq.entry where position > ${from} and position <= ${to} group by register`);
  return new Map(
    rows.map(({ register, records, last }) => [
      Number(register),
      { records: new Set(records), lastChange: Number(last) },
    ]),
  );
}

/** Position of the last entry about a register up to a position; 0 where there is none. */
export async function lastChangeOf(db: Queryable, register: number, to: Position): Promise<Position> {
  const [row] = await db.query<{ last_change: number }>(
    sql`select last_change from ufuq.register where number = ${register}`,
  );
  const last = Number(row?.last_change ?? 0);
  if (last <= to) return last;
  const [entry] = await db.query<{ last: number | null }>(
    sql`select max(position) as last from ufuq.entry where register = ${register} and position <= ${to}`,
  );
  return Number(entry?.last ?? 0);
}

/** Numbers of the registers that lost what an entry said to an erasure, which the entries after `from` and up to `to` tell of. */
export async function erasedBetween(
  db: Queryable,
  from: Position,
  to: Position,
): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ register: number }>(sql`
    select distinct e.register from ufuq.erasure x join ufuq.entry e on e.position = x.position
    where x.entry > ${from}::bigint and x.entry <= ${to}::bigint`);
  return new Set(rows.map(({ register }) => Number(register)));
}
