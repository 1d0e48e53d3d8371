import sql from 'sql-template-tag';
import type { Database, Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import type { Outcome } from './post.ts';

/** An event that a receiver would not take, however often it was sent. */
export interface DeadLetter {
  readonly webhook: string;
  readonly position: Position;
  readonly attempts: number;
  readonly failure: string;
  readonly status: number | null;
  readonly excerpt: string | null;
  readonly diedAt: string;
  /** `queued`: a person asked for it to be sent once more. */
  readonly state: 'waiting' | 'queued' | 'delivered' | 'dismissed';
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly settledReason: string | null;
}

type Row = Readonly<Record<string, string | number | null>>;

/** Dead letters of a webhook, oldest first; those that wait for a person by default. */
export async function deadLetters(
  db: Queryable,
  webhook: string,
  page: { readonly after: Position; readonly limit: number; readonly withSettled?: boolean },
): Promise<readonly DeadLetter[]> {
  const rows = await db.query<Row>(sql`
    select * from ufuq.dead_letter where webhook = ${webhook} and position > ${page.after}::bigint
      and (${page.withSettled ?? false}::boolean or state in ('waiting', 'queued'))
    order by position limit ${page.limit}`);
  return rows.map((row) => ({
    webhook,
    position: Number(row.position),
    attempts: Number(row.attempts),
    failure: String(row.failure),
    status: row.status === null ? null : Number(row.status),
    excerpt: row.excerpt as string | null,
    diedAt: String(row.died_at),
    state: row.state as DeadLetter['state'],
    settledAt: row.settled_at as string | null,
    settledBy: row.settled_by as string | null,
    settledReason: row.settled_reason as string | null,
  }));
}

/** Puts an event aside. One that died before and was sent again waits anew. */
export async function bury(
  tx: Queryable,
  webhook: string,
  position: Position,
  attempts: number,
  { failure, status, excerpt }: Outcome,
): Promise<void> {
  await tx.query(sql`
    insert into ufuq.dead_letter (webhook, position, attempts, failure, status, excerpt, died_at, state)
    values (${webhook}, ${position}::bigint, ${attempts}::int, ${failure ?? 'connection'}, ${status ?? null}::int,
      ${excerpt ?? null}, now(), 'waiting')
    on conflict (webhook, position) do update set attempts = ufuq.dead_letter.attempts + excluded.attempts,
      failure = excluded.failure, status = excluded.status, excerpt = excluded.excerpt, died_at = excluded.died_at,
      state = 'waiting', settled_at = null, settled_by = null, settled_reason = null`);
}

/**
 * Has dead letters sent once more, one or all that wait. Returns how many.
 * @throws {Problem} `dead-letter-not-found` where the one that was named does not wait
 */
export async function redeliver(db: Queryable, webhook: string, position?: Position): Promise<number> {
  const rows = await db.query(sql`
    update ufuq.dead_letter set state = 'queued' where webhook = ${webhook} and state = 'waiting'
      and (${position ?? null}::bigint is null or position = ${position ?? null}::bigint) returning position`);
  if (rows.length === 0 && position !== undefined)
    throw new Problem('dead-letter-not-found', { webhook, position });
  return rows.length;
}

/**
 * Lets dead letters go for good, one or all that wait, with the reason; a webhook that paused for one goes on past it.
 * Returns how many.
 */
export async function dismiss(
  database: Database,
  webhook: string,
  {
    position,
    actor,
    reason,
  }: { readonly position?: Position; readonly actor: string; readonly reason: string },
): Promise<number> {
  return await database.transaction(async (tx) => {
    const rows = await tx.query<{ position: number }>(sql`
      update ufuq.dead_letter set state = 'dismissed', settled_at = now(), settled_by = ${actor}, settled_reason = ${reason}
      where webhook = ${webhook} and state in ('waiting', 'queued')
        and (${position ?? null}::bigint is null or position = ${position ?? null}::bigint) returning position`);
    if (rows.length === 0 && position !== undefined)
      throw new Problem('dead-letter-not-found', { webhook, position });
    await goOnPast(tx, webhook);
    return rows.length;
  });
}

/** A webhook that paused for a dead letter goes on past it once none waits. */
export async function goOnPast(tx: Queryable, webhook: string): Promise<void> {
  await tx.query(sql`
    update ufuq.webhook w set state = 'active', reason = null, attempts = 0, next_attempt_at = now(),
      cursor = greatest(w.cursor, w.paused_at), paused_at = null
    where w.id = ${webhook} and w.state = 'paused' and w.reason = 'dead-letter'
      and not exists (select from ufuq.dead_letter d where d.webhook = w.id and d.state in ('waiting', 'queued'))`);
}
