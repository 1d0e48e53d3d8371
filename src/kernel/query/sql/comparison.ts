import sql, { join, raw, type Sql } from 'sql-template-tag';
import { sqlPattern } from '../like.ts';
import { constantValue } from '../to-predicate.ts';
import type { Call, Cql2Expression } from '../tree.ts';
import type { SqlContext, SqlScalar } from './context.ts';
import { textLiteral } from './literal.ts';

/** Two values of one type: dates beside timestamps become their first instant (UTC). */
function aligned(a: SqlScalar, b: SqlScalar): [Sql, Sql] {
  if (a.type === 'date' && b.type === 'timestamp') return [firstInstant(a.sql), b.sql];
  if (a.type === 'timestamp' && b.type === 'date') return [a.sql, firstInstant(b.sql)];
  return [a.sql, b.sql];
}

function firstInstant(date: Sql): Sql {
  return sql`(${date}::timestamp at time zone 'UTC')`;
}

function compare(a: SqlScalar, op: string, b: SqlScalar): Sql {
  const [left, right] = aligned(a, b);
  return sql`(${left} ${raw(op)} ${right})`;
}

export function compileSqlComparison(context: SqlContext, { op, args }: Call): Sql {
  return compare(context.scalar(args[0]!), op, context.scalar(args[1]!));
}

export function compileSqlBetween(context: SqlContext, { args }: Call): Sql {
  const [value, lower, upper] = args.map((arg) => context.scalar(arg));
  return sql`(${compare(value!, '>=', lower!)} and ${compare(value!, '<=', upper!)})`;
}

/** IN where the types agree (one index scan), else a chain of comparisons. */
export function compileSqlIn(context: SqlContext, { args }: Call): Sql {
  const value = context.scalar(args[0]!);
  const members = (args[1] as readonly Cql2Expression[]).map((member) => context.scalar(member));
  if (members.every(({ type }) => type === value.type))
    return sql`(${value.sql} in (${join(members.map((member) => member.sql))}))`;
  return sql`(${join(
    members.map((member) => compare(value, '=', member)),
    ' or ',
  )})`;
}

export function compileSqlLike(context: SqlContext, { args }: Call): Sql {
  const value = context.scalar(args[0]!);
  const pattern = constantValue(args[1]!, context.scope);
  if (typeof pattern !== 'string') return sql`null::boolean`;
  return sql`(${value.sql} like ${textLiteral(sqlPattern(pattern))})`;
}
