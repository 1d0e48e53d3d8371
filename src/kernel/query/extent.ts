import sql, { raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { formatInstant } from '../log/instant.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import type { Extent } from './question.ts';

/** Box and time span of the rows that a condition selects. */
export async function extentOf(db: Queryable, register: Register, where: Sql): Promise<Extent> {
  const place = register.geometry ? sql`ST_Extent(t.${raw(system.geometry)})::box3d` : sql`null::box3d`;
  const [row] = await db.query<Record<string, number | null>>(sql`
    select ST_XMin(b) as w, ST_YMin(b) as s, ST_XMax(b) as e, ST_YMax(b) as n,
      (extract(epoch from f) * 1000)::float8 as f, (extract(epoch from u) * 1000)::float8 as u
    from (select ${place} as b, min(t.${raw(system.validFrom)}) as f, max(t.${raw(system.validTo)}) as u
      from ${raw(tableOf(register.id))} t where ${where}) x`);
  const { w, s, e, n, f, u } = row!;
  return {
    bbox: w === null || w === undefined ? null : [Number(w), Number(s), Number(e), Number(n)],
    interval: {
      from: f === null || f === undefined ? null : formatInstant(Number(f)),
      to: u === null || u === undefined ? null : formatInstant(Number(u)),
    },
  };
}
