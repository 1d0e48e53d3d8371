import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';

/** A stretch of the log: positions after `after`, up to and with `upTo`. */
export interface Span {
  readonly after: Position;
  readonly upTo: Position;
}

/** What to read: all of the log, or what concerns some registers. */
export interface Subject {
  readonly numbers: readonly number[];
  readonly ids: readonly string[];
}

const mostBatches = 500;

/**
 * The next stretches that may tell something of the subject, some `window` positions together, and never beyond `head`.
 * The last one ends where reading on would begin, so it may be empty.
 */
export async function nextSpans(
  db: Queryable,
  subject: Subject | undefined,
  { after, head, window }: { readonly after: Position; readonly head: Position; readonly window: number },
): Promise<readonly Span[]> {
  if (subject === undefined) return [{ after, upTo: Math.min(head, after + window) }];
  const rows = await db.query<{ first: number; last: number; n: number }>(sql`
    select b.first, b.last, count(*)::int as n from (
      select position from ufuq.register_change
      where register = any(${subject.numbers}::int[]) and position > ${after}::bigint order by position limit ${mostBatches}) c,
      lateral (select first, last from ufuq.batch where last >= c.position order by last limit 1) b
    where b.first <= ${head}::bigint group by b.first, b.last order by b.last`);
  const spans: Span[] = [];
  let room = window;
  for (const { first, last } of rows) {
    const from = Math.max(after, first - 1);
    const upTo = Math.min(head, last, from + room);
    if (upTo > from) spans.push({ after: from, upTo });
    room -= upTo - from;
    if (room <= 0) return spans;
  }
  // Batches beyond those read may follow; without any, nothing is left up to the head.
  const found = rows.reduce((sum, { n }) => sum + n, 0);
  if (found < mostBatches) spans.push({ after: head, upTo: head });
  return spans;
}

/** The stretches up to a position that may tell something of the subject, some `window` positions together; oldest first. */
export async function formerSpans(
  db: Queryable,
  subject: Subject | undefined,
  { upTo, window }: { readonly upTo: Position; readonly window: number },
): Promise<readonly Span[]> {
  if (subject === undefined) return [{ after: Math.max(0, upTo - window), upTo }];
  const rows = await db.query<{ first: number; last: number }>(sql`
    select distinct b.first, b.last from (
      select position from ufuq.register_change where register = any(${subject.numbers}::int[])
        and position <= (select min(last) from ufuq.batch where last >= ${upTo}::bigint)
      order by position desc limit ${mostBatches}) c,
      lateral (select first, last from ufuq.batch where last >= c.position order by last limit 1) b
    where b.first <= ${upTo}::bigint order by b.last desc`);
  const spans: Span[] = [];
  let room = window;
  for (const { first, last } of rows) {
    const end = Math.min(last, upTo);
    const after = Math.max(first - 1, end - room);
    spans.unshift({ after, upTo: end });
    room -= end - after;
    if (room <= 0) break;
  }
  return spans;
}

/** Entries of the subject: of the registers, of their declarations, and of erasures. */
export function concerns({ numbers, ids }: Subject): Sql {
  return sql`(e.register = any(${numbers}::int[]) or (e.register = 0 and e.record = any(${ids}::text[])) or e.register = -1)`;
}
