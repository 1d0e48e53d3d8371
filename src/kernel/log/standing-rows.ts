import sql, { raw } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { stillKnown, systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { type Row, readRow, selectColumns } from '../register/row.ts';

/** The rows of records that nothing has superseded: what an assertion about them is laid over. */
export async function standingRows(
  tx: Queryable,
  register: Register,
  records: Iterable<string>,
): Promise<readonly Row[]> {
  const shape = { fields: register.fields, epsg: register.geometry ? 4326 : null };
  const rows = await tx.query(sql`
    select ${selectColumns(shape)} from ${raw(tableOf(register.id))} t
    where t.${raw(system.record)} = any(${[...records]}::text[]) and t.${raw(system.knownTo)} = ${stillKnown}::bigint`);
  return rows.map((row) => readRow(row, shape));
}
