import sql, { join, raw, type Sql } from 'sql-template-tag';
import { parseInstant } from '../../log/instant.ts';
import type { TemporalOperator } from '../operators.ts';
import { isByDay, temporalRelations } from '../temporal-relation.ts';
import { type Call, type Cql2Expression, type IntervalBound, isInterval } from '../tree.ts';
import type { SqlContext, SqlScalar } from './context.ts';
import { dateLiteral, timestampLiteral } from './literal.ts';

/** Compiles a T_ operator; see `temporalRelations` and `isByDay` for what it means. */
export function compileSqlTemporal(context: SqlContext, { op, args }: Call): Sql {
  const relation = temporalRelations[op as TemporalOperator];
  const byDay = isByDay(args, context.scope);
  const [x, y] = args.map((arg) => ends(context, arg, byDay));
  const conditions = relation.conditions.map(([a, operator, b]) => sql`${x![a]} ${raw(operator)} ${y![b]}`);
  const together = sql`(${join(conditions, relation.any ? ' or ' : ' and ')})`;
  return relation.not ? sql`(not ${together})` : together;
}

interface Ends {
  readonly start: Sql;
  readonly end: Sql;
}

function ends(context: SqlContext, node: Cql2Expression, byDay: boolean): Ends {
  if (typeof node === 'object' && isInterval(node)) {
    const [from, to] = node.interval;
    return { start: bound(context, from, byDay, '-infinity'), end: bound(context, to, byDay, 'infinity') };
  }
  const instant = inUnits(context.scalar(node), byDay);
  return { start: instant, end: instant };
}

function bound(context: SqlContext, node: IntervalBound, byDay: boolean, open: string): Sql {
  if (typeof node !== 'string') return inUnits(context.scalar(node), byDay);
  if (node === '..') return byDay ? sql`${open}::date` : sql`${open}::timestamptz`;
  return byDay ? dateLiteral(dayOf(node)) : timestampLiteral(parseInstant(node)!);
}

/** Day (UTC) of a date or timestamp. */
function dayOf(text: string): string {
  return new Date(parseInstant(text)!).toISOString().slice(0, 10);
}

function inUnits({ sql: value, type }: SqlScalar, byDay: boolean): Sql {
  return byDay && type === 'timestamp' ? sql`(${value} at time zone 'UTC')::date` : value;
}
