import sql, { raw } from 'sql-template-tag';
import { tableOf } from '../../register/columns.ts';
import type { Field } from '../../register/declaration.ts';
import type { Register, Registry } from '../../register/register.ts';
import { type RuleOf, rulesOf } from '../../register/rule.ts';
import { type Check, columnsOf, stands } from './check.ts';
import { ownSentence } from './own-sentence.ts';
import type { Rows } from './rows.ts';
import { columnIn, pointerTo } from './values.ts';

const [t, o] = [columnsOf('t'), columnsOf('o')];

/** References to records that are not there, or, where a rule asks for it, that do not hold for as long. */
export function references(registry: Pick<Registry, 'get'>, rows: Rows): Check[] {
  const { fields } = rows.register;
  const isKnown = ({ ref }: Field) => ref !== undefined && registry.get(ref) !== undefined;
  return [
    ...fields.filter(isKnown).map((field) => missing(rows, field)),
    ...rulesOf(rows.register, 'reference').flatMap((rule) => {
      const field = fields.find(({ name }) => name === rule.field)!;
      return isKnown(field) ? [notHolding(rows, field, rule)] : [];
    }),
  ];
}

function missing({ register, where }: Rows, field: Field): Check {
  const column = columnIn('t', field.name);
  const isList = field.type === 'array';
  const value = isList ? sql`v.value` : sql`${column}::text`;
  const source = isList ? sql`, lateral jsonb_array_elements_text(${column}) v(value)` : sql``;
  return {
    register: register.id,
    statement: sql`
      select ${t.record} as whose, jsonb_build_object('value', ${value}) as detail, null::text as place
      from ${raw(tableOf(register.id))} t ${source}
      where ${where} and ${column} is not null and not exists (
        select 1 from ${raw(tableOf(field.ref!))} o where ${o.record} = ${value} and ${stands('o')})`,
    say: ({ value }) => ({
      pointer: pointerTo(field.name),
      code: 'reference-missing',
      params: { value, register: field.ref! },
    }),
  };
}

function notHolding({ register, where }: Rows, field: Field, rule: RuleOf<'reference'>): Check {
  const column = columnIn('t', field.name);
  return {
    register: register.id,
    statement: sql`
      select ${t.record} as whose, jsonb_build_object('value', ${column}, 'from', ${t.from}, 'to', ${t.to}) as detail,
        null::text as place
      from ${raw(tableOf(register.id))} t,
        lateral (select ${heldBy(field.ref!, column)} as periods) held
      where ${where} and held.periods is not null and not held.periods @> tstzrange(${t.from}, ${t.to})`,
    say: ({ value, from, to }) => ({
      pointer: pointerTo(field.name),
      code: 'reference-not-holding',
      params: { value, register: field.ref!, from: shown(from), to: shown(to), ...ownSentence(rule) },
      other: { register: field.ref!, record: value },
    }),
  };
}

/** The periods for which a record holds, as a multirange; null where it is not there at all. */
function heldBy(register: string, record: ReturnType<typeof columnIn>) {
  return sql`(select range_agg(tstzrange(${o.from}, ${o.to}))
    from ${raw(tableOf(register))} o where ${o.record} = ${record} and ${stands('o')})`;
}

/** Dates where midnight is meant, `..` where there is no end. */
function shown(instant: string): string {
  if (instant.includes('infinity')) return '..';
  return instant.replace(/T00:00:00(\.0+)?(Z|\+00:00)$/, '');
}

/** Records of a batch that hold no longer, or for less long, than they did. */
export interface Withdrawn {
  readonly register: Register;
  /** Common table expressions with their ids: of those that may be gone altogether, and of all that changed. */
  readonly gone: string;
  readonly changed: string;
  readonly first: Rows['first'];
}

const mostNamed = 10;

/** Records of other registers that refer to what a batch took away; the batch's own rows are asked by `references`. */
export function referrers(registry: Pick<Registry, 'all'>, withdrawn: Withdrawn): Check[] {
  return registry.all().flatMap((referring) => {
    const pointing = referring.fields.filter(({ ref }) => ref === withdrawn.register.id);
    const throughout = new Set(rulesOf(referring, 'reference').map(({ field }) => field));
    return pointing.map((field) =>
      stillReferred(withdrawn, referring, field, throughout.has(field.name) && field.type === 'string'),
    );
  });
}

function stillReferred(
  { register, gone, changed, first }: Withdrawn,
  referring: Register,
  field: Field,
  isThroughout: boolean,
): Check {
  const column = columnIn('t', field.name);
  const ids = raw(isThroughout ? changed : gone);
  const refers = field.type === 'array' ? sql`${column} ? c.id` : sql`${column} = c.id`;
  const isThere = sql`exists (select 1 from ${raw(tableOf(register.id))} o where ${o.record} = c.id and ${stands('o')})`;
  const isHeld = sql`coalesce(${heldBy(register.id, raw('c.id'))} @> tstzrange(${t.from}, ${t.to}), false)`;
  return {
    register: register.id,
    statement: sql`
      select c.id as whose, jsonb_build_object('count', count(distinct ${t.record}),
        'records', to_jsonb((array_agg(distinct ${t.record}))[1:${raw(String(mostNamed))}])) as detail, null::text as place
      from unnest((select ids from ${ids})::text[]) c(id) join ${raw(tableOf(referring.id))} t on ${refers}
      where ${stands('t')} and ${t.knownFrom} < ${first}::bigint and not ${isThroughout ? isHeld : isThere}
      group by c.id`,
    say: ({ count, records }) => ({
      pointer: '',
      code: 'still-referred',
      params: {
        register: referring.id,
        field: field.name,
        count,
        records: records.join(', ') + (count > records.length ? ', …' : ''),
      },
      other: { register: referring.id, record: records[0]! },
    }),
  };
}
