import sql, { join, raw, type Sql } from 'sql-template-tag';
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
  if (op === 's_disjoint') return sql`(not ${relation('ST_Intersects', a!, b!)})`;
  return relation(functions[op as keyof typeof functions], a!, b!);
}

interface Operand {
  readonly sql: Sql;
  /** True for columns in which there may be collections. */
  readonly isMixed: boolean;
}

/**
 * Members of a collection may overlap, which GEOS refuses, so they are merged. What stays of mixed dimensions can only be
 * asked whether it intersects (OGC 06-103r4, 6.1.15.3). `&&` comes first, for the index.
 */
function relation(name: string, a: Operand, b: Operand): Sql {
  const related = (x: Sql, y: Sql) => sql`${raw(name)}(${x}, ${y})`;
  const mixed = [a, b].filter(({ isMixed }) => isMixed);
  if (mixed.length === 0) return related(a.sql, b.sql);
  const some = (geometry: (operand: Operand) => Sql) =>
    join(
      mixed.map((each) => sql`GeometryType(${geometry(each)}) = 'GEOMETRYCOLLECTION'`),
      ' or ',
    );
  const ofMerged = related(merged(a), merged(b));
  const ofCollections =
    name === 'ST_Intersects' ? ofMerged : sql`case when not (${some(merged)}) then ${ofMerged} end`;
  return sql`(${a.sql} && ${b.sql} and case when ${some((each) => each.sql)}
    then ${ofCollections} else ${related(a.sql, b.sql)} end)`;
}

function merged({ sql: geometry, isMixed }: Operand): Sql {
  if (!isMixed) return geometry;
  return sql`(case when GeometryType(${geometry}) = 'GEOMETRYCOLLECTION' then ST_UnaryUnion(${geometry}) else ${geometry} end)`;
}

function operand(context: SqlContext, node: Cql2Expression): Operand {
  const literal = literalGeometry(node);
  if (literal) return { sql: geometryLiteral(literal), isMixed: false };
  if (typeof node !== 'object' || !isProperty(node)) throw new TypeError('no geometry');
  const kind = context.scope.property(node.property)?.geometry ?? 'Geometry';
  const isMixed = kind === 'Geometry' || kind === 'GeometryCollection';
  return { sql: context.scope.column(node.property), isMixed };
}
