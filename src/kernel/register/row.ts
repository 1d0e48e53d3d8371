import sql, { join, raw, type Sql } from 'sql-template-tag';
import { decodeWkbHex } from '../geo/geometry-from-wkb.ts';
import type { Body, Position } from '../log/entry.ts';
import type { Stretch } from '../log/timeline.ts';
import { columnOf, identifier, quote, systemColumns as system } from './columns.ts';
import type { Field } from './declaration.ts';

/** A row of a register's table, decoded: a body, the valid time it holds for, and where in the log it comes from. */
export interface Row extends Stretch {
  readonly record: string;
  readonly born: Position;
  readonly entry: Position;
  readonly knownFrom: Position;
  readonly body: Body;
}

export interface RowShape {
  readonly fields: readonly Field[];
  /** EPSG code to transform geometries to; 4326 is as stored. `null` leaves geometries out. */
  readonly epsg: number | null;
}

/** Columns to select so that `readRow` can decode them; the table is called `t`. */
export function selectColumns({ fields, epsg }: RowShape): Sql {
  const geometry = raw(`t.${system.geometry}`);
  return join([
    raw(
      `t.${system.record} as "_r", t.${system.born} as "_b", t.${system.entry} as "_e", t.${system.knownFrom} as "_k"`,
    ),
    raw(`(extract(epoch from t.${system.validFrom}) * 1000)::float8 as "_f"`),
    raw(`(extract(epoch from t.${system.validTo}) * 1000)::float8 as "_t"`),
    ...(epsg === null
      ? []
      : [sql`${epsg === 4326 ? geometry : sql`ST_Transform(${geometry}, ${epsg}::int)`} as "_g"`]),
    ...fields.map((field) => identifier(columnOf(field.name))),
  ]);
}

/** Decodes a row that `selectColumns` of the same shape selected. Properties without a value are null. */
export function readRow(row: Record<string, unknown>, { fields }: RowShape): Row {
  const properties: Record<string, unknown> = {};
  for (const field of fields) properties[field.name] = row[columnOf(field.name)] ?? null;
  const geometry = row._g as string | null | undefined;
  return {
    record: row._r as string,
    born: Number(row._b),
    entry: Number(row._e),
    knownFrom: Number(row._k),
    from: Number(row._f),
    to: Number(row._t),
    body: { properties, geometry: geometry ? decodeWkbHex(geometry).geometry : null },
  };
}

/** A property's column of the table `t`. */
export function propertyColumn(name: string): Sql {
  return raw(`t.${quote(columnOf(name))}`);
}
