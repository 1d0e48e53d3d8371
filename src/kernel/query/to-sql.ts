import sql, { join, raw, type Sql } from 'sql-template-tag';
import { localizedIn } from './localized.ts';
import { operatorOf } from './operators.ts';
import { compileSqlArrayPredicate } from './sql/array.ts';
import { compileSqlBetween, compileSqlComparison, compileSqlIn, compileSqlLike } from './sql/comparison.ts';
import type { SqlContext, SqlScope } from './sql/context.ts';
import { compileSqlScalar } from './sql/scalar.ts';
import { compileSqlSpatial } from './sql/spatial.ts';
import { compileSqlTemporal } from './sql/temporal.ts';
import { type Call, type Cql2Expression, isCall, isProperty } from './tree.ts';

export type { SqlScope } from './sql/context.ts';

/**
 * Compiles a checked filter into a condition for WHERE: parameters only, no text of the filter in the statement. It
 * runs on PostgreSQL 15 with PostGIS 3.3 and on PGlite without further extensions, and cannot fail at run time.
 */
export function compileSql(expr: Cql2Expression, scope: SqlScope): Sql {
  return contextOf(scope, new Map()).truth(expr);
}

function contextOf(scope: SqlScope, texts: ReadonlyMap<string, Sql>): SqlContext {
  const context: SqlContext = {
    scope,
    texts,
    scalar: (node) => compileSqlScalar(context, node),
    truth: (node) => compileTruth(context, node),
  };
  return context;
}

function compileTruth(context: SqlContext, node: Cql2Expression): Sql {
  if (typeof node !== 'object' || !isCall(node)) return context.scalar(node).sql;
  const name = localizedIn(node, context.scope).find((each) => !context.texts.has(each));
  return name === undefined ? compileCall(context, node) : overLanguages(context, name, node);
}

/** Asks the predicate of the text in every language: true where any is, unknown where there is none. */
function overLanguages(context: SqlContext, name: string, node: Call): Sql {
  const column = context.scope.column(name);
  const depth = context.texts.size;
  // Names that no column has, since the columns of the table are in sight here too.
  const [table, language, text] = ['texts', 'language', 'text'].map((each) => raw(`cql2_${each}_${depth}`));
  const inner = contextOf(context.scope, new Map([...context.texts, [name, sql`(${text} collate "C")`]]));
  return sql`(select bool_or(${inner.truth(node)}) from jsonb_each_text(
    case when jsonb_typeof(${column}) = 'object' then ${column} end) as ${table}(${language}, ${text}))`;
}

function compileCall(context: SqlContext, call: Call): Sql {
  switch (operatorOf(call.op)?.family) {
    case 'logic':
      return sql`(${join(
        call.args.map((arg) => context.truth(arg)),
        ` ${call.op} `,
      )})`;
    case 'not':
      return sql`(not ${context.truth(call.args[0]!)})`;
    case 'comparison':
      return compileSqlComparison(context, call);
    case 'between':
      return compileSqlBetween(context, call);
    case 'in':
      return compileSqlIn(context, call);
    case 'like':
      return compileSqlLike(context, call);
    case 'isNull':
      return compileIsNull(context, call.args[0]!);
    case 'spatial':
      return compileSqlSpatial(context, call);
    case 'temporal':
      return compileSqlTemporal(context, call);
    case 'array':
      return compileSqlArrayPredicate(context, call);
    default:
      throw new TypeError(`${call.op} gives no truth value`);
  }
}

function compileIsNull(context: SqlContext, node: Cql2Expression): Sql {
  if (typeof node === 'object' && isProperty(node) && !context.texts.has(node.property))
    return sql`(${context.scope.column(node.property)} is null)`;
  if (typeof node === 'object' && !isCall(node)) return sql`false`;
  return sql`(${context.scalar(node).sql} is null)`;
}
