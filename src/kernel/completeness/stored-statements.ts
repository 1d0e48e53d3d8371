import sql, { raw } from 'sql-template-tag';
import type { Caller } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import type { Position } from '../log/entry.ts';
import { isKnown } from '../query/moment.ts';
import { rowCondition } from '../query/selection.ts';
import { tableOf } from '../register/columns.ts';
import { propertyColumn, readRow, selectColumns } from '../register/row.ts';
import type { Services } from '../services.ts';
import { type Statement, statementsRegister } from './statement.ts';

/** Statements about a register that the caller may see, as they were known at a position, oldest first. */
export async function statementsAbout(
  { database, registry }: Pick<Services, 'database' | 'registry'>,
  about: string,
  caller: Caller,
  position: Position,
): Promise<readonly Statement[]> {
  const register = registry.get(statementsRegister);
  if (!register) return [];
  const view = narrow(register, caller);
  const shape = { fields: view.fields, epsg: register.geometry ? 4326 : null };
  const rows = await database.query(sql`
    select ${selectColumns(shape)} from ${raw(tableOf(register.id))} t
    where ${isKnown('t', position)} and ${propertyColumn('register')} = ${about} and ${rowCondition(register, view)}
    order by t._born, t._valid_from`);
  return rows.map((row) => {
    const { record, from, to, body } = readRow(row, shape);
    const { custodian, basis, evidence, source, label } = body.properties;
    return {
      id: record,
      from,
      to,
      area: body.geometry,
      custodian: String(custodian),
      basis: (basis ?? {}) as Statement['basis'],
      evidence: (evidence ?? []) as string[],
      source: (source as string | null) ?? null,
      label: (label as string | null) ?? null,
    };
  });
}
