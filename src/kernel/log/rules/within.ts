import sql, { raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../../register/columns.ts';
import type { Register, Registry } from '../../register/register.ts';
import { defaultToleranceM, type RuleOf, rulesOf } from '../../register/rule.ts';
import { asGeoJson, type Check, columnsOf, meetInTime, stands } from './check.ts';
import { centreOf, inMetres } from './metric.ts';
import { ownSentence } from './own-sentence.ts';
import { type Rows, shapeOf } from './rows.ts';
import { columnIn } from './values.ts';

const [t, o] = [columnsOf('t'), columnsOf('o')];

/** Geometries that reach outside of what should hold them, further than the tolerance, at any time. */
export function outside(registry: Pick<Registry, 'get'>, rows: Rows): Check[] {
  return rulesOf(rows.register, 'within')
    .filter((rule) => registry.get(rule.register))
    .map((rule) => ({
      register: rows.register.id,
      statement: rule.by === undefined ? ofUnion(rows, rule) : ofReferred(rows, rule, rule.by),
      say: ({ other }) => ({
        pointer: '/geometry',
        code: 'outside',
        params: { register: rule.register, other, tolerance: toleranceOf(rule), ...ownSentence(rule) },
        ...(rule.by === undefined ? {} : { other: { register: rule.register, record: other } }),
      }),
    }));
}

/** Records of other registers that a changed container leaves outside of itself; their own rows stayed as they were. */
export function leftOutside(
  registry: Pick<Registry, 'all'>,
  container: { readonly register: Register; readonly changed: string; readonly first: Rows['first'] },
): Check[] {
  return registry.all().flatMap((held) =>
    rulesOf(held, 'within')
      .filter((rule) => rule.register === container.register.id)
      .map((rule) => leftBy(held, rule, container)),
  );
}

function leftBy(
  held: Register,
  rule: RuleOf<'within'>,
  { register, changed, first }: Parameters<typeof leftOutside>[1],
): Check {
  const c = columnsOf('c');
  // Where nothing says which container is meant, it is one that covered the record before.
  const touched = sql`lateral (select ${c.record} as id from ${raw(tableOf(register.id))} c
    where ${c.record} = any((select ids from ${raw(changed)})::text[]) and ${c.knownTo} >= ${first}::bigint
      and not (${stands('c')}) and ${rule.by === undefined ? sql`${c.geometry} && ${t.geometry}` : sql`${c.record} = ${columnIn('t', rule.by)}`}
    order by 1 limit 1) changed`;
  const where = sql`${stands('t')} and ${t.knownFrom} < ${first}::bigint`;
  const rows: Rows = { register: held, where, first, isGeometryKnown: true };
  const statement =
    rule.by === undefined ? ofUnion(rows, rule, touched) : ofReferred(rows, rule, rule.by, touched);
  return {
    register: register.id,
    statement: sql`select q.changed as whose, jsonb_build_object('other', q.whose) as detail, q.place from (${statement}) q`,
    say: ({ other }) => ({
      pointer: '',
      code: 'leaves-outside',
      params: { register: held.id, other, ...ownSentence(rule) },
      other: { register: held.id, record: other },
    }),
  };
}

function toleranceOf({ toleranceM = defaultToleranceM }: RuleOf<'within'>): number {
  return toleranceM;
}

/** Rows that are not inside of the record that their field refers to. */
function ofReferred(rows: Rows, rule: RuleOf<'within'>, by: string, touched?: Sql): Sql {
  const { register, where } = rows;
  return sql`
    select ${t.record} as whose, jsonb_build_object('other', ${o.record}) as detail,
      ${asGeoJson(sql`ST_Difference(shape.g, ${o.geometry})`)} as place ${touched ? sql`, changed.id as changed` : sql``}
    from ${raw(tableOf(register.id))} t ${touched ? sql`cross join ${touched}` : sql``}
      cross join lateral (select ${shapeOf(rows)} as g) shape
      join ${raw(tableOf(rule.register))} o on ${o.record} = ${columnIn('t', by)} and ${stands('o')}
        and ${meetInTime('o', 't')} and ${o.geometry} is not null
    where ${where} and not ST_CoveredBy(shape.g, ${o.geometry}) and ${reachesOut(o.geometry, toleranceOf(rule))}`;
}

/**
 * Rows that all records of the other register together do not cover, at any of the moments at which what covers them changes.
 */
function ofUnion(rows: Rows, rule: RuleOf<'within'>, touched?: Sql): Sql {
  const { register, where } = rows;
  const table = raw(tableOf(rule.register));
  const near = sql`${stands('o')} and ${o.geometry} && shape.g`;
  return sql`
    select distinct on (${t.record}) ${t.record} as whose, jsonb_build_object('other', 'none') as detail,
      ${asGeoJson(sql`ST_Difference(shape.g, whole.g)`)} as place ${touched ? sql`, changed.id as changed` : sql``}
    from ${raw(tableOf(register.id))} t ${touched ? sql`cross join ${touched}` : sql``}
      cross join lateral (select ${shapeOf(rows)} as g) shape
      cross join lateral (
        select ${t.from} as at
        union select ${o.from} from ${table} o where ${near} and ${o.from} > ${t.from} and ${o.from} < ${t.to}
        union select ${o.to} from ${table} o where ${near} and ${o.to} > ${t.from} and ${o.to} < ${t.to}) moment
      cross join lateral (
        select coalesce(ST_Union(${o.geometry}), ST_GeomFromText('POLYGON EMPTY', 4326)) as g
        from ${table} o where ${near} and ${o.from} <= moment.at and ${o.to} > moment.at) whole
    where ${where} and shape.g is not null and not exists (
        select 1 from ${table} o where ${near} and ${o.from} <= ${t.from} and ${o.to} >= ${t.to} and ST_CoveredBy(shape.g, ${o.geometry}))
      and not ST_CoveredBy(shape.g, whole.g) and ${reachesOut(sql`whole.g`, toleranceOf(rule))}
    order by ${t.record}`;
}

/** True where `shape.g` reaches more than so many metres out of the container; only what of it is near is looked at. */
function reachesOut(container: Sql, toleranceM: number): Sql {
  if (toleranceM === 0) return sql`true`;
  return sql`(select not ST_IsEmpty(ST_Difference(${inMetres(sql`shape.g`, sql`m`)},
      ST_Buffer(${inMetres(sql`ST_Intersection(${container}, ST_Expand(ST_Envelope(shape.g), 2 * ${toleranceM}::float8 / m.kx, 2 * ${toleranceM}::float8 / m.ky))`, sql`m`)},
        ${toleranceM}::float8, 'quad_segs=16')))
    from ${centreOf(sql`shape.g`, sql`m`)})`;
}
