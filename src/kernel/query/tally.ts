import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { View } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { isDated } from './certainty.ts';
import { type GroupKey, groupValue } from './group-key.ts';
import type { Moment } from './moment.ts';
import type { Question } from './question.ts';
import { selects } from './selection.ts';

/** Records that hold for certain, and records of which nobody has said whether they held yet. */
export interface Tally {
  readonly count: number;
  readonly undated: number;
}

export interface Group extends Tally {
  /** Values in the order of the keys. */
  readonly values: readonly (string | number | boolean | null)[];
}

/** A question with its moment, as the caller's view narrows it. */
export interface Counted {
  readonly register: Register;
  readonly view: View;
  readonly question: Pick<Question, 'bbox' | 'filter'>;
  readonly moment: Moment;
  /** Above this nothing is counted further. */
  readonly limit: number;
}

/** How many more would answer but have no place, so that nobody knows whether they lie in the box. */
export async function tallyUnplaced(db: Queryable, counted: Counted): Promise<number> {
  const { register, view, question, moment, limit } = counted;
  if (!question.bbox || register.geometry === null || register.geometryRequired) return 0;
  const where = selects(register, view, { filter: question.filter }, moment);
  const [row] = await db.query<{ n: number }>(sql`
    select count(*)::int8 as n from (select 1 from ${raw(tableOf(register.id))} t
      where ${where} and ${raw(`t.${system.geometry}`)} is null limit ${limit + 1}) x`);
  return Number(row!.n);
}

/** How many records answer. */
export async function tally(db: Queryable, counted: Counted): Promise<Tally & { readonly isExact: boolean }> {
  const [row] = await db.query<{ count: number; undated: number }>(sql`
    select count(*) filter (where dated)::int8 as count, count(*) filter (where not dated)::int8 as undated
    from (${await rowsOf(db, counted, [])}) x`);
  const [count, undated] = [Number(row!.count), Number(row!.undated)];
  return { count, undated, isExact: count + undated <= counted.limit };
}

/** How many answer by group, the largest group first, and how many groups there are. */
export async function tallyGroups(
  db: Queryable,
  counted: Counted,
  keys: readonly GroupKey[],
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly groups: readonly Group[]; readonly numberOfGroups: number }> {
  const names = keys.map((_, index) => raw(`g${index}`));
  const grouped = sql`
    select ${join(names)}, count(*) filter (where dated)::int8 as count,
      count(*) filter (where not dated)::int8 as undated, count(*) as size
    from (${await rowsOf(db, counted, keys)}) x group by ${join(names)}`;
  const order = names.map((name) => sql`${name} asc nulls last`);
  const rows = await db.query<Record<string, never>>(sql`
    select *, count(*) over ()::int8 as n from (${grouped}) y
    order by size desc, ${join(order)} limit ${page.limit} offset ${page.offset}`);
  return {
    groups: rows.map((row) => ({
      values: keys.map((_, index) => row[`g${index}`] ?? null),
      count: Number(row.count),
      undated: Number(row.undated),
    })),
    numberOfGroups: rows.length > 0 ? Number(rows[0]!.n) : 0,
  };
}

async function rowsOf(db: Queryable, counted: Counted, keys: readonly GroupKey[]): Promise<Sql> {
  const { register, view, question, moment, limit } = counted;
  const columns = [
    sql`${await isDated(db, register, moment)} as dated`,
    ...keys.map((key, index) => sql`${groupValue(key)} as ${raw(`g${index}`)}`),
  ];
  return sql`select ${join(columns)} from ${raw(tableOf(register.id))} t
    where ${selects(register, view, question, moment)} limit ${limit + 1}`;
}
