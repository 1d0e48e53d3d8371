import sql, { type Sql } from 'sql-template-tag';
import { parseInstant } from '../../log/instant.ts';
import { calculateSql } from '../arithmetic.ts';
import { functionOf } from '../functions.ts';
import { foldAccentsSql, foldCaseSql } from '../letters.ts';
import { type ArithmeticOperator, operatorOf } from '../operators.ts';
import { constantValue } from '../to-predicate.ts';
import {
  type Call,
  type Cql2Expression,
  isCall,
  isConstant,
  isDate,
  isProperty,
  isTimestamp,
} from '../tree.ts';
import type { SqlContext, SqlScalar, SqlType } from './context.ts';
import { booleanLiteral, dateLiteral, numberLiteral, textLiteral, timestampLiteral } from './literal.ts';

const columnTypes: Partial<Record<string, SqlType>> = {
  string: 'text',
  integer: 'bigint',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
};

/** Compiles an expression of one value. What depends on no record is worked out here, not once per row. */
export function compileSqlScalar(context: SqlContext, node: Cql2Expression): SqlScalar {
  if (typeof node === 'string') return { sql: textLiteral(node), type: 'text' };
  if (typeof node === 'number') return numberLiteral(node);
  if (typeof node === 'boolean') return { sql: booleanLiteral(node), type: 'boolean' };
  if (isProperty(node)) return property(context, node.property);
  if (isDate(node)) return { sql: dateLiteral(node.date), type: 'date' };
  if (isTimestamp(node)) return { sql: timestampLiteral(parseInstant(node.timestamp)!), type: 'timestamp' };
  if (!isCall(node)) throw new TypeError('a geometry, an interval or an array is no scalar');
  return compileCall(context, node);
}

function property(context: SqlContext, name: string): SqlScalar {
  const text = context.texts.get(name);
  if (text) return { sql: text, type: 'text' };
  const type = columnTypes[context.scope.property(name)?.type ?? ''];
  if (!type) throw new TypeError(`${name} is no scalar`);
  return { sql: context.scope.column(name), type };
}

function compileCall(context: SqlContext, call: Call): SqlScalar {
  const family = operatorOf(call.op)?.family;
  if (family !== undefined && family !== 'text' && family !== 'arithmetic')
    return { sql: context.truth(call), type: 'boolean' };
  const isText = family === 'text' || functionOf(call.op)?.returns === 'text';
  if (isConstant(call)) return constant(context, call, isText);
  if (isText) return { sql: textCall(context, call), type: 'text' };
  return { sql: numberCall(context, call), type: 'double' };
}

function constant(context: SqlContext, call: Call, isText: boolean): SqlScalar {
  const value = constantValue(call, context.scope);
  if (typeof value === 'string') return { sql: textLiteral(value), type: 'text' };
  if (typeof value === 'number') return numberLiteral(value);
  return isText
    ? { sql: sql`null::text`, type: 'text' }
    : { sql: sql`null::double precision`, type: 'double' };
}

function textCall(context: SqlContext, { op, args }: Call): Sql {
  if (op === 'casei') return foldCaseSql(context.scalar(args[0]!).sql);
  if (op === 'accenti') return foldAccentsSql(context.scalar(args[0]!).sql);
  return sql`(${functionSql(context, { op, args })} collate "C")`;
}

function numberCall(context: SqlContext, { op, args }: Call): Sql {
  if (operatorOf(op)?.family !== 'arithmetic') return functionSql(context, { op, args });
  const [a, b] = args.map((arg) => asDouble(context.scalar(arg)));
  return calculateSql(op as ArithmeticOperator, a!, b!);
}

function functionSql(context: SqlContext, { op, args }: Call): Sql {
  const found = functionOf(op);
  if (!found) throw new TypeError(`unknown function ${op}`);
  return found.sql(
    ...args.map((arg) => {
      const scalar = context.scalar(arg);
      return scalar.type === 'text' ? scalar.sql : asDouble(scalar);
    }),
  );
}

function asDouble({ sql: value, type }: SqlScalar): Sql {
  return type === 'double' ? value : sql`(${value})::double precision`;
}
