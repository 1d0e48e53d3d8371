import sql, { join, raw, type Sql } from 'sql-template-tag';
import { parseFilter } from '../../query/filter.ts';
import { compileSql } from '../../query/to-sql.ts';
import { acrossScope, type Path, propertiesIn } from '../../register/across-scope.ts';
import { tableOf } from '../../register/columns.ts';
import type { Register, Registry } from '../../register/register.ts';
import { type ConditionRule, conditionsOf } from '../../register/rule.ts';
import { type Check, columnsOf, meetInTime, stands } from './check.ts';
import { ownSentence } from './own-sentence.ts';
import type { Rows } from './rows.ts';
import { columnIn } from './values.ts';

const t = columnsOf('t');

/**
 * The conditions (CQL2) of a register. One is broken where it is false; where it cannot be told, because a value or the other
 * record is missing, it is not.
 */
export function conditions(registry: Pick<Registry, 'get'>, { register, where }: Rows): Check[] {
  return conditionsOf(register).map((rule) => {
    const { holds, tables } = compiled(registry, register, rule);
    return {
      register: register.id,
      statement: sql`
        select distinct ${t.record} as whose, '{}'::jsonb as detail, null::text as place
        from ${tables} where ${where} and not (${holds})`,
      say: () => ({ pointer: '', code: 'rule', params: { ...ownSentence(rule), rule: rule.holds } }),
    };
  });
}

/** Conditions of other registers about records that a batch changed: their own rows stayed as they were. */
export function conditionsAbout(
  registry: Pick<Registry, 'get' | 'all'>,
  changed: { readonly register: Register; readonly changed: string; readonly first: Rows['first'] },
): Check[] {
  return registry.all().flatMap((asking) =>
    conditionsOf(asking).flatMap((rule) => {
      const { holds, tables, paths } = compiled(registry, asking, rule);
      return paths
        .filter(({ target }) => target.id === changed.register.id)
        .map(({ field, alias }): Check => {
          const other = columnsOf(alias);
          return {
            register: changed.register.id,
            statement: sql`
              select ${other.record} as whose, jsonb_build_object('other', min(${t.record})) as detail, null::text as place
              from ${tables} where ${columnIn('t', field.name)} = any((select ids from ${raw(changed.changed)})::text[])
                and ${stands('t')} and ${t.knownFrom} < ${changed.first}::bigint and not (${holds})
              group by ${other.record}`,
            say: ({ other }) => ({
              pointer: '',
              code: 'rule-of-other',
              params: { ...ownSentence(rule), rule: rule.holds, register: asking.id, other },
              other: { register: asking.id, record: other },
            }),
          };
        });
    }),
  );
}

interface Compiled {
  readonly holds: Sql;
  /** The register as `t` and, joined to it where they hold at the same time, the records that it refers to. */
  readonly tables: Sql;
  readonly paths: readonly Path[];
}

function compiled(registry: Pick<Registry, 'get'>, register: Register, rule: ConditionRule): Compiled {
  const scope = acrossScope(register, (id) => registry.get(id));
  const expression = parseFilter(rule.holds, 'cql2-text', scope);
  const asked = propertiesIn(expression).flatMap((name) => scope.path(name) ?? []);
  const paths = [...new Map(asked.map((path) => [path.alias, path])).values()];
  const joins = paths.map(({ alias, field, target }, index) => {
    const together = paths.slice(0, index).map((earlier) => {
      const isAbsent = sql`${columnsOf(earlier.alias).record} is null`;
      return sql` and (${isAbsent} or (${meetInTime(alias, earlier.alias)}))`;
    });
    return sql` left join ${raw(tableOf(target.id))} ${raw(alias)} on ${columnsOf(alias).record} = ${columnIn('t', field.name)}
      and ${stands(alias)} and ${meetInTime(alias, 't')}${join(together.length > 0 ? together : [sql``], '')}`;
  });
  const tables = join([sql`${raw(tableOf(register.id))} t`, ...joins], '');
  return { holds: compileSql(expression, scope), tables, paths };
}
