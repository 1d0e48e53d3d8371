import sql, { raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import { columnOf, quote, systemColumns as system, tableOf } from '../../register/columns.ts';
import type { Register } from '../../register/register.ts';

/** What a table holds, as a number of rows and a sum over all of them that does not depend on their order. */
export interface TableDigest {
  readonly rows: number;
  readonly checksum: string;
}

/** A record whose rows are others in one of two tables. */
export interface DifferingRecord {
  readonly record: string;
  /** Rows that only the table in use has, and rows that only the derived one has. */
  readonly kept: number;
  readonly derived: number;
}

/** Every column of a row as one text, whatever their order in the table. */
function rowText(register: Register): Sql {
  const columns = [...Object.values(system), ...register.fields.map((field) => quote(columnOf(field.name)))];
  return raw(`row(${columns.map((column) => `t.${column}`).join(', ')})::text`);
}

export async function digestOf(
  tx: Queryable,
  register: Register,
  table = tableOf(register.id),
): Promise<TableDigest> {
  const [row] = await tx.query<{ rows: number; checksum: string }>(sql`
    select count(*) as rows, coalesce(sum(hashtextextended(${rowText(register)}, 0)), 0)::text as checksum
    from ${raw(table)} t`);
  return { rows: Number(row!.rows), checksum: String(row!.checksum) };
}

/** The first records, by id, for which two tables of a register have different rows. */
export async function differences(
  tx: Queryable,
  register: Register,
  other: string,
  most = 10,
): Promise<readonly DifferingRecord[]> {
  const rowsOf = (table: string) =>
    sql`select t.${raw(system.record)} as record, ${rowText(register)} as said from ${raw(table)} t`;
  const [kept, derived] = [rowsOf(tableOf(register.id)), rowsOf(other)];
  const rows = await tx.query<{ record: string; kept: number; derived: number }>(sql`
    with kept as ((${kept}) except all (${derived})), derived as ((${derived}) except all (${kept}))
    select record, sum(kept)::int as kept, sum(derived)::int as derived from (
      select record, 1 as kept, 0 as derived from kept union all select record, 0, 1 from derived) d
    group by record order by record limit ${most}`);
  return rows.map(({ record, kept: only, derived: new_ }) => ({ record, kept: only, derived: new_ }));
}
