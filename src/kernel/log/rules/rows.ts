import sql, { raw, type Sql } from 'sql-template-tag';
import { systemColumns as system, tableOf } from '../../register/columns.ts';
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

/** Lists of ids that the log knows: `logged`, the records of a register's entries from a position on, and `gone`, those of them that are no more. */
export function loggedRecords(register: Register, number: number, first: Position): Sql[] {
  const o = columnsOf('o');
  return [
    sql`logged as (select array_agg(distinct e.record) as ids from ufuq.entry e
      where e.position >= ${first}::bigint and e.register = ${number}::int)`,
    sql`gone as (select array_agg(l.id) as ids from logged, unnest(logged.ids) l(id) where not exists (
      select 1 from ${raw(tableOf(register.id))} o where ${o.record} = l.id and ${stands('o')}))`,
  ];
}
