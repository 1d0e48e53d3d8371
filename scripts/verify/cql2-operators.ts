import sql, { join, raw, type Sql } from 'sql-template-tag';
import { parseFilter } from '../../src/kernel/query/filter.ts';
import { compileSql } from '../../src/kernel/query/to-sql.ts';
import { columnType, quote } from '../../src/kernel/register/columns.ts';
import { operatorFields, operatorScope } from '../../test/conformance/cql2/operator-scope.ts';
import { readOperatorRecords, verifyOperators } from '../../test/conformance/cql2/operators.ts';
import type { Engine } from './engines.ts';
import type { Outcome } from './outcome.ts';

/** Puts the records of the set into a table with the columns that a register has, and asks it every expression. */
export async function verifyCql2Operators(folder: string, { name, services }: Engine): Promise<Outcome> {
  const { database } = services;
  const columns = operatorFields.map((field) => `${quote(field.name)} ${columnType(field)}`);
  await database.query(raw(`create table cql2_operators (${columns.join(', ')}, geom geometry)`));
  for (const record of readOperatorRecords(folder)) await database.query(insertion(record));
  const match = async (text: string) => {
    const condition = compileSql(parseFilter(text, 'cql2-text', operatorScope), operatorScope);
    const rows = await database.query<{ intfield: number }>(
      sql`select intfield from cql2_operators where ${condition}`,
    );
    return rows.map(({ intfield }) => String(intfield));
  };
  return await verifyOperators(folder, match, `cql2 operators (${name})`);
}

function insertion({ geom, ...record }: Record<string, unknown>): Sql {
  const values = operatorFields.map((field) => {
    const value = record[field.name] ?? null;
    const text = value === null ? null : Array.isArray(value) ? JSON.stringify(value) : String(value);
    return sql`${text}::text::${raw(columnType(field).replace(/ collate .*/, ''))}`;
  });
  const geometry = JSON.stringify(geom);
  return sql`insert into cql2_operators
    values (${join(values)}, ST_SetSRID(ST_GeomFromGeoJSON(${geometry}::text), 4326))`;
}
