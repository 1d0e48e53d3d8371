import sql, { raw, type Sql } from 'sql-template-tag';
import { systemColumns as system } from '../../register/columns.ts';
import type { Register } from '../../register/register.ts';
import type { Position } from '../entry.ts';
import { columnsOf, stands } from './check.ts';

/** Which rows of a register a check looks at. */
export interface Rows {
  readonly register: Register;
  /** Condition on the table `t`. */
  readonly where: Sql;
  /** Rows that are known from this position on are the batch's. */
  readonly first: Position;
  /** Geometries are known to be valid. */
  readonly isGeometryKnown: boolean;
}

/** The geometry of `t` where it can be computed with: an invalid one is reported as such, and by nothing else. */
export function shapeOf({ isGeometryKnown }: Rows): Sql {
  const { geometry } = columnsOf('t');
  return isGeometryKnown ? geometry : sql`(case when ST_IsValid(${geometry}) then ${geometry} end)`;
}

/** Rows that a batch wrote, of records whose ids stand in a common table expression called `name`. */
export function writtenRows(name: string, first: Position): Sql {
  return sql`t.${raw(system.record)} = any((select ids from ${raw(name)})::text[])
    and t.${raw(system.knownFrom)} >= ${first}::bigint and ${stands('t')}`;
}

/** The common table expression itself; a list of ids travels once, however many checks use it. */
export function idList(name: string, ids: readonly string[]): Sql {
  return sql`${raw(name)} as (select ${ids}::text[] as ids)`;
}
