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

export function geometryLiteral(geometry: Geometry): Sql {
  return sql`${encodeWkbHex(geometry, { srid: 4326 })}::text::geometry`;
}
