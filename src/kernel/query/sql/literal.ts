import type { Geometry } from 'geojson';
import sql, { type Sql } from 'sql-template-tag';
import { encodeWkbHex } from '../../geo/wkb.ts';
import { formatInstant } from '../../log/instant.ts';
import type { SqlScalar } from './context.ts';

/** Literals as parameters with their type: nothing of a filter is ever part of the statement's text. */
export function textLiteral(text: string): Sql {
  return sql`(${text}::text collate "C")`;
}

/** Integers stay integers, so that an index of a bigint column is of use. */
export function numberLiteral(value: number): SqlScalar {
  return Number.isSafeInteger(value)
    ? { sql: sql`${value}::bigint`, type: 'bigint' }
    : { sql: sql`${value}::double precision`, type: 'double' };
}

export function booleanLiteral(value: boolean): Sql {
  return value ? sql`true` : sql`false`;
}

export function dateLiteral(date: string): Sql {
  return sql`${date}::date`;
}

/** From milliseconds since 1970. */
export function timestampLiteral(instant: number): Sql {
  return sql`${formatInstant(instant)}::timestamptz`;
}

/**
 * A geometry that relations can take: rings that cross themselves are mended and members of collections merged where they
 * overlap, because GEOS refuses both. The database does it once per statement.
 */
export function geometryLiteral(geometry: Geometry): Sql {
  const plain = sql`${encodeWkbHex(geometry, { srid: 4326 })}::text::geometry`;
  if (geometry.type === 'GeometryCollection') return sql`ST_UnaryUnion(ST_MakeValid(${plain}))`;
  return geometry.type.endsWith('Polygon') ? sql`ST_MakeValid(${plain})` : plain;
}
