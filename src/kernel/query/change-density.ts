import sql, { raw, type Sql } from 'sql-template-tag';
import type { View } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { formatInstant, sqlInstant } from '../log/instant.ts';
import { stillKnown, systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { isKnown } from './moment.ts';
import { rowCondition } from './selection.ts';

/** How many changes fell into a span of time; both ends are the same where it was one instant. RFC 3339 in UTC. */
export interface ChangeMark {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Where on the two times something of a register changed, oldest first. */
export interface ChangeDensity {
  /** Instants at which records begin or end to hold, as is known at the position. */
  readonly valid: readonly ChangeMark[];
  /** Instants at which entries were recorded. */
  readonly recorded: readonly ChangeMark[];
}

interface Subject {
  readonly register: Register;
  readonly view: View;
  readonly position: Position;
}

/** Changes that the caller's view shows, in at most so many marks: single instants where these are few, else even spans. */
export async function changeDensity(db: Queryable, subject: Subject, marks: number): Promise<ChangeDensity> {
  return {
    valid: await marksOf(db, validInstants(subject), marks),
    recorded: await recordedMarks(db, subject, marks),
  };
}

/** Beyond this, times of recording are found by spans of positions and not entry by entry. */
const mostSingly = 20_000;

function validInstants({ register, view, position }: Subject): Sql {
  const table = raw(tableOf(register.id));
  const rows = sql`${isKnown('t', position)} and ${rowCondition(register, view)}`;
  const [from, to] = [raw(`t.${system.validFrom}`), raw(`t.${system.validTo}`)];
  return sql`select ${from} as at from ${table} t where ${from} > '-infinity' and ${rows}
    union all select ${to} as at from ${table} t where ${to} < 'infinity' and ${rows}`;
}

/** Positions at which rows that the view shows came or went. */
function positions({ register, view, position }: Subject): Sql {
  const table = raw(tableOf(register.id));
  const [from, to] = [raw(`t.${system.knownFrom}`), raw(`t.${system.knownTo}`)];
  const rows = sql`${from} <= ${position}::bigint and ${rowCondition(register, view)}`;
  return sql`select ${from} as p from ${table} t where ${rows}
    union select ${to} as p from ${table} t where ${to} < ${stillKnown}::bigint and ${to} <= ${position}::bigint and ${rows}`;
}

async function recordedMarks(db: Queryable, subject: Subject, marks: number): Promise<readonly ChangeMark[]> {
  const all = positions(subject);
  const [row] = await db.query<{ n: number; first: number; last: number }>(
    sql`select count(*)::int8 as n, min(p)::int8 as first, max(p)::int8 as last from (${all}) x`,
  );
  const { n, first, last } = row!;
  if (Number(n) === 0) return [];
  if (Number(n) <= mostSingly)
    return await marksOf(db, sql`select b.at from (${all}) x, lateral (${recordedAt(sql`x.p`)}) b`, marks);
  const [span] = await db.query<{ f: number; t: number }>(sql`
    select (extract(epoch from a.at) * 1000)::float8 as f, (extract(epoch from b.at) * 1000)::float8 as t
    from (${recordedAt(sql`${first}::bigint`)}) a, (${recordedAt(sql`${last}::bigint`)}) b`);
  const edges = edgesOf(Number(span!.f), Number(span!.t), marks);
  const starts = await db.query<{ p: number }>(sql`
    select coalesce((select max(last) from ufuq.batch where recorded_at < e.at), 0) + 1 as p
    from unnest(${edges.map(sqlInstant)}::timestamptz[]) with ordinality e(at, i) order by e.i`);
  const found = await db.query<{ bucket: number; n: number }>(sql`
    select width_bucket(x.p, ${starts.map(({ p }) => Number(p))}::bigint[]) as bucket, count(*)::int8 as n
    from (${all}) x group by 1 order by 1`);
  return spans(edges, found);
}

function recordedAt(position: Sql): Sql {
  return sql`select recorded_at as at from ufuq.batch where last >= ${position} order by last limit 1`;
}

async function marksOf(db: Queryable, instants: Sql, marks: number): Promise<readonly ChangeMark[]> {
  const single = await db.query<{ at: number; n: number }>(sql`
    select (extract(epoch from at) * 1000)::float8 as at, count(*)::int8 as n
    from (${instants}) i group by i.at order by i.at limit ${marks + 1}`);
  if (single.length <= marks)
    return single.map(({ at, n }) => {
      const instant = formatInstant(Number(at))!;
      return { from: instant, to: instant, count: Number(n) };
    });
  const [span] = await db.query<{ f: number; t: number }>(sql`
    select (extract(epoch from min(at)) * 1000)::float8 as f, (extract(epoch from max(at)) * 1000)::float8 as t
    from (${instants}) i`);
  const edges = edgesOf(Number(span!.f), Number(span!.t), marks);
  const found = await db.query<{ bucket: number; n: number }>(sql`
    select width_bucket(i.at, ${edges.map(sqlInstant)}::timestamptz[]) as bucket, count(*)::int8 as n
    from (${instants}) i group by 1 order by 1`);
  return spans(edges, found);
}

/** Beginnings of even spans from the first instant on. */
function edgesOf(from: number, to: number, count: number): readonly number[] {
  const width = Math.max(1, Math.ceil((to - from + 1) / count));
  return Array.from({ length: count }, (_, index) => from + index * width);
}

function spans(
  edges: readonly number[],
  found: readonly { readonly bucket: number; readonly n: number }[],
): readonly ChangeMark[] {
  const width = edges[1]! - edges[0]!;
  return found.map(({ bucket, n }) => {
    const from = edges[Math.max(0, Number(bucket) - 1)]!;
    return { from: formatInstant(from)!, to: formatInstant(from + width - 1)!, count: Number(n) };
  });
}
