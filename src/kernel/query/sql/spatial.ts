import sql, { raw, type Sql } from 'sql-template-tag';
import { literalGeometry } from '../literal-geometry.ts';
import type { SpatialOperator } from '../operators.ts';
import { type Call, type Cql2Expression, isProperty } from '../tree.ts';
import type { SqlContext } from './context.ts';
import { geometryLiteral } from './literal.ts';

/** Functions that use a GiST index where one side is a column; there is none that finds what is disjoint. */
const functions: Readonly<Record<Exclude<SpatialOperator, 's_disjoint'>, string>> = {
  s_intersects: 'ST_Intersects',
  s_equals: 'ST_Equals',
  s_touches: 'ST_Touches',
  s_within: 'ST_Within',
  s_overlaps: 'ST_Overlaps',
  s_crosses: 'ST_Crosses',
  s_contains: 'ST_Contains',
};

export function compileSqlSpatial(context: SqlContext, { op, args }: Call): Sql {
  const [a, b] = args.map((arg) => operand(context, arg));
  if (op === 's_disjoint') return sql`(not ST_Intersects(${a}, ${b}))`;
  return sql`${raw(functions[op as keyof typeof functions])}(${a}, ${b})`;
}

function operand(context: SqlContext, node: Cql2Expression): Sql {
  const literal = literalGeometry(node);
  if (literal) return geometryLiteral(literal);
  if (typeof node === 'object' && isProperty(node)) return context.scope.column(node.property);
  throw new TypeError('no geometry');
}
