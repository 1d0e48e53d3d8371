import sql, { join, raw, type Sql } from 'sql-template-tag';
import { columnOf, quote, tableOf } from '../../register/columns.ts';
import type { Field } from '../../register/declaration.ts';
import { escapePointer } from '../../register/record-check.ts';
import { type RuleOf, rulesOf } from '../../register/rule.ts';
import { show } from '../../register/value-check.ts';
import { asGeoJson, type Check, columnsOf, meetInTime, stands } from './check.ts';
import { ownSentence } from './own-sentence.ts';
import type { Rows } from './rows.ts';

/** Geometries that cross or touch themselves. */
export function invalidGeometries({ register, where, isGeometryKnown }: Rows): Check[] {
  if (register.geometry === null || isGeometryKnown) return [];
  const t = columnsOf('t');
  return [
    {
      register: register.id,
      statement: sql`
        select ${t.record} as whose, jsonb_build_object('reason', d.reason) as detail, ${asGeoJson(sql`d.location`)} as place
        from ${raw(tableOf(register.id))} t, lateral ST_IsValidDetail(${t.geometry}) d
        where ${where} and not d.valid`,
      say: ({ reason }) => ({ pointer: '/geometry', code: 'geometry-invalid', params: { reason } }),
    },
  ];
}

/** Values that another record has at the same time: of single fields, and of several together. */
export function duplicates(rows: Rows): Check[] {
  const single = rows.register.fields.filter((field) => field.unique);
  return [
    ...single.map(({ name }) => duplicate(rows, [name])),
    ...rulesOf(rows.register, 'unique').map((rule) => duplicate(rows, rule.fields, rule)),
  ];
}

function duplicate({ register, where }: Rows, fields: readonly string[], rule?: RuleOf<'unique'>): Check {
  const [t, o] = [columnsOf('t'), columnsOf('o')];
  const table = raw(tableOf(register.id));
  const column = (alias: string, name: string) => raw(`${alias}.${quote(columnOf(name))}`);
  const values = fields.map((name) => column('t', name));
  const isSame = fields.map((name) => sql`${column('o', name)} = ${column('t', name)}`);
  return {
    register: register.id,
    statement: sql`
      select ${t.record} as whose, jsonb_build_object('other', ${o.record}, 'values', jsonb_build_array(${join(values)})) as detail,
        null::text as place
      from ${table} t join ${table} o on ${join(isSame, ' and ')} and ${o.record} <> ${t.record}
        and ${stands('o')} and ${meetInTime('o', 't')}
      where ${where}`,
    say: ({ other, values }) => {
      const own = { value: values.map(show).join(', '), other };
      const common = { pointer: pointerTo(fields[0]!), other: { register: register.id, record: other } };
      if (!rule) return { ...common, code: 'not-unique', params: own };
      const params = { ...own, fields: fields.join(', '), ...ownSentence(rule) };
      return { ...common, code: 'not-unique-together', params };
    },
  };
}

/** Name of a property as a pointer into a record. */
export function pointerTo(name: Field['name']): string {
  return `/properties/${escapePointer(name)}`;
}

/** A property's column of a table. */
export function columnIn(alias: string, name: string): Sql {
  return raw(`${alias}.${quote(columnOf(name))}`);
}
