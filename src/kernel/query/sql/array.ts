import sql, { join, type Sql } from 'sql-template-tag';
import type { ArrayOperator } from '../operators.ts';
import { storedTimestamp } from '../stored-timestamp.ts';
import { type Call, type Cql2Expression, isArray, isDate, isProperty, isTimestamp } from '../tree.ts';
import type { SqlContext } from './context.ts';

/** Compiles an A_ operator over jsonb arrays, taken as sets; containment uses a GIN index where there is one. */
export function compileSqlArrayPredicate(context: SqlContext, { op, args }: Call): Sql {
  const [a, b] = args.map((arg) => compileArray(context, arg));
  return relations[op as ArrayOperator](a!, b!);
}

const relations: Readonly<Record<ArrayOperator, (a: Sql, b: Sql) => Sql>> = {
  a_equals: (a, b) => sql`(${a} @> ${b} and ${a} <@ ${b})`,
  a_contains: (a, b) => sql`(${a} @> ${b})`,
  a_containedBy: (a, b) => sql`(${a} <@ ${b})`,
  a_overlaps: (a, b) => sql`(case when ${a} is not null and ${b} is not null then exists (
    select 1 from jsonb_array_elements(${b}) as cql2_members(cql2_member)
    where ${a} @> jsonb_build_array(cql2_member)) end)`,
};

function compileArray(context: SqlContext, node: Cql2Expression): Sql {
  if (isArray(node)) {
    if (node.length === 0) return sql`'[]'::jsonb`;
    return sql`jsonb_build_array(${join(node.map((member) => compileMember(context, member)))})`;
  }
  if (typeof node !== 'object' || !isProperty(node)) throw new TypeError('no array');
  const column = context.scope.column(node.property);
  return sql`(case when jsonb_typeof(${column}) = 'array' then ${column} end)`;
}

/** Times are members as texts, since that is how JSON keeps them. */
function compileMember(context: SqlContext, node: Cql2Expression): Sql {
  if (typeof node === 'object' && isDate(node)) return sql`${node.date}::text`;
  if (typeof node === 'object' && isTimestamp(node)) return sql`${storedTimestamp(node.timestamp)}::text`;
  const scalar = context.scalar(node);
  if (scalar.type === 'date') return sql`to_char(${scalar.sql}, 'YYYY-MM-DD')`;
  if (scalar.type !== 'timestamp') return scalar.sql;
  const text = sql`to_char(${scalar.sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return sql`replace(${text}, '.000Z', 'Z')`;
}
