import sql, { join, raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../../register/columns.ts';
import type { Register, Registry } from '../../register/register.ts';
import { type RuleOf, rulesOf } from '../../register/rule.ts';
import type { Position } from '../entry.ts';
import { asGeoJson, type Check, columnsOf, stands } from './check.ts';
import { areasOver } from './metric.ts';
import { roundedM2 } from './no-overlap.ts';
import { ownSentence } from './own-sentence.ts';
import { columnIn } from './values.ts';

const [t, p] = [columnsOf('t'), columnsOf('p')];

/** What a batch did to the register of the members or to that of the parents, as conditions on the table `t` of each. */
export interface Touched {
  readonly register: Register;
  /** Rows that were written or superseded. */
  readonly where: Sql;
  /** Position of the batch's first entry. */
  readonly first: Position;
}

/** Gaps in the partitions whose members a batch touched. */
export function gapsOfMembers(registry: Pick<Registry, 'get'>, { register, where }: Touched): Check[] {
  return rulesOf(register, 'no-gap').flatMap((rule) => {
    const parents = parentsOf(registry, register, rule);
    if (!parents) return [];
    const parent = columnIn('t', rule.parent);
    const affected = sql`
      select ${parent} as parent, min(${t.record}) as whose from ${raw(tableOf(register.id))} t
      where ${where} and ${parent} is not null group by 1`;
    return [gaps(register, register, parents, rule, affected)];
  });
}

/** Gaps under the parents that a batch touched; those whose members it touched too are told of the members. */
export function gapsUnder(
  registry: Pick<Registry, 'get' | 'all'>,
  { register, where, first }: Touched,
): Check[] {
  const m = columnsOf('m');
  return registry.all().flatMap((members) =>
    rulesOf(members, 'no-gap')
      .filter((rule) => parentsOf(registry, members, rule)?.id === register.id)
      .map((rule) => {
        const affected = sql`
          select distinct ${t.record} as parent, ${t.record} as whose from ${raw(tableOf(register.id))} t
          where ${where} and not exists (
            select 1 from ${raw(tableOf(members.id))} m where ${columnIn('m', rule.parent)} = ${t.record}
              and (${m.knownFrom} >= ${first}::bigint or (${m.knownTo} >= ${first}::bigint and not (${stands('m')}))))`;
        return gaps(register, members, register, rule, affected);
      }),
  );
}

function parentsOf(registry: Pick<Registry, 'get'>, { fields }: Register, rule: RuleOf<'no-gap'>) {
  const field = fields.find(({ name }) => name === rule.parent);
  return field?.ref === undefined ? undefined : registry.get(field.ref);
}

/**
 * Looks at each parent at every moment at which it or its members begin or end. Where it has no member then, or one without a
 * geometry, nothing can be told.
 */
function gaps(
  whose: Register,
  members: Register,
  parents: Register,
  rule: RuleOf<'no-gap'>,
  affected: Sql,
): Check {
  const m = columnsOf('m');
  const table = raw(tableOf(members.id));
  const isMember = sql`${columnIn('m', rule.parent)} = ${p.record} and ${stands('m')}`;
  const moments = [m.from, m.to].map(
    (end) => sql`select ${end} from ${table} m where ${isMember} and ${end} > ${p.from} and ${end} < ${p.to}`,
  );
  return {
    register: whose.id,
    statement: sql`
      select distinct on (${p.record}) affected.whose, jsonb_build_object('other', ${p.record}, 'area', over.area) as detail,
        ${asGeoJson(sql`over.geometry`)} as place
      from (${affected}) affected
        join ${raw(tableOf(parents.id))} p on ${p.record} = affected.parent and ${stands('p')} and ${p.geometry} is not null
        cross join lateral (select ${p.from} as at union ${join(moments, ' union ')}) moment
        cross join lateral (
          select ST_Union(${m.geometry}) as g, count(*) as count, count(${m.geometry}) as drawn
          from ${table} m where ${isMember} and ${m.from} <= moment.at and ${m.to} > moment.at) members
        cross join ${areasOver(sql`ST_Difference(${p.geometry}, members.g)`, rule, sql`over`)}
      where members.count > 0 and members.drawn = members.count
      order by ${p.record}, over.area desc`,
    say: ({ other, area }) => ({
      pointer: whose === members ? '/geometry' : '',
      code: 'gap',
      params: { register: parents.id, other, area: roundedM2(area), ...ownSentence(rule) },
      other: { register: parents.id, record: other },
    }),
  };
}
