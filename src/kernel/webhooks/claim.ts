import sql from 'sql-template-tag';
import type { Database, Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { bury, goOnPast } from './dead-letter.ts';
import type { Outcome } from './post.ts';
import { type Webhook, type WebhookRow, webhookOf } from './webhook.ts';

/** A webhook that this process, and no other, delivers for the time of its lease. */
export interface Claim {
  readonly webhook: Webhook;
  readonly origin: string;
  /** Secrets that hold, the newest first. */
  readonly secrets: readonly string[];
  readonly owner: string;
}

/**
 * Takes a webhook that has something to deliver and that nobody delivers for; undefined where there is none. A process
 * that dies lets its lease run out, and another one takes over where its last outcome left off.
 */
export async function claim(db: Queryable, owner: string, leaseMs: number): Promise<Claim | undefined> {
  const [row] = await db.query<WebhookRow>(sql`
    update ufuq.webhook w set lease_owner = ${owner}, lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8)
    where w.id = (
      select h.id from ufuq.webhook h
      where (h.lease_until is null or h.lease_until < now()) and h.state <> 'gone' and (
        (h.state = 'active' and h.next_attempt_at <= now() and h.cursor < (select position from ufuq.head))
        or exists (select from ufuq.dead_letter d where d.webhook = h.id and d.state = 'queued'))
      order by h.next_attempt_at limit 1 for update skip locked)
    returning w.*, w.former_until > now() as former_holds`);
  if (!row) return undefined;
  const secrets = [String(row.secret), ...(row.former_holds === true ? [String(row.former_secret)] : [])];
  return { webhook: webhookOf(row), origin: String(row.origin), secrets, owner };
}

/** Gives the webhook free, for whoever comes next. */
export async function release(db: Queryable, { webhook, owner }: Claim): Promise<void> {
  await db.query(sql`
    update ufuq.webhook set lease_owner = null, lease_until = null where id = ${webhook.id} and lease_owner = ${owner}`);
}

/**
 * Records that everything up to a position was told, and keeps the lease. False where the lease is somebody else's by
 * now or the webhook was changed: then this process stops.
 */
export async function advance(
  db: Queryable,
  { webhook, owner }: Claim,
  position: Position,
  leaseMs: number,
  status?: number,
): Promise<boolean> {
  const rows = await db.query(sql`
    with told as (
      update ufuq.dead_letter set state = 'delivered', settled_at = now()
      where webhook = ${webhook.id} and position = ${position}::bigint and state in ('waiting', 'queued')
        and ${status ?? null}::int is not null)
    update ufuq.webhook set cursor = ${position}::bigint, attempts = 0,
      lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8),
      last_success_at = case when ${status ?? null}::int is null then last_success_at else now() end,
      last_attempt_at = case when ${status ?? null}::int is null then last_attempt_at else now() end,
      last_status = coalesce(${status ?? null}::int, last_status),
      last_failure = case when ${status ?? null}::int is null then last_failure else null end
    where id = ${webhook.id} and lease_owner = ${owner} and state = 'active' returning id`);
  return rows.length > 0;
}

/** Records an attempt that failed: when to try again, or that the event is a dead letter, or that the receiver is gone. */
export async function recordFailure(
  database: Database,
  { webhook, owner }: Claim,
  position: Position,
  outcome: Outcome,
  { attempts, waitMs }: { readonly attempts: number; readonly waitMs: number },
): Promise<'retry' | 'dead' | 'gone' | 'lost'> {
  return await database.transaction(async (tx) => {
    const isDead = attempts >= webhook.maxAttempts && !outcome.isGone;
    const mine = await tx.query(sql`
      update ufuq.webhook set attempts = ${isDead ? 0 : attempts}::int, last_attempt_at = now(),
        last_failure = ${outcome.failure ?? null}, last_status = ${outcome.status ?? null}::int,
        next_attempt_at = now() + make_interval(secs => ${isDead ? 0 : waitMs / 1000}::float8)
      where id = ${webhook.id} and lease_owner = ${owner} and state = 'active' returning id`);
    if (mine.length === 0) return 'lost';
    if (outcome.isGone) {
      await tx.query(sql`update ufuq.webhook set state = 'gone', reason = 'gone' where id = ${webhook.id}`);
      return 'gone';
    }
    if (!isDead) return 'retry';
    await bury(tx, webhook.id, position, attempts, outcome);
    await tx.query(
      webhook.onDeadLetter === 'skip'
        ? sql`update ufuq.webhook set cursor = ${position}::bigint where id = ${webhook.id}`
        : sql`update ufuq.webhook set state = 'paused', reason = 'dead-letter', paused_at = ${position}::bigint
            where id = ${webhook.id}`,
    );
    return 'dead';
  });
}

/** Stops a webhook whose question no longer fits the registers. */
export async function pauseForQuestion(db: Queryable, { webhook }: Claim): Promise<void> {
  await db.query(sql`
    update ufuq.webhook set state = 'paused', reason = 'question', lease_owner = null, lease_until = null
    where id = ${webhook.id} and state = 'active'`);
}

/** The first dead letter that a person asked to be sent once more. */
export async function queuedLetter(db: Queryable, { webhook }: Claim): Promise<Position | undefined> {
  const [row] = await db.query<{ position: number }>(sql`
    select position from ufuq.dead_letter where webhook = ${webhook.id} and state = 'queued' order by position limit 1`);
  return row && Number(row.position);
}

/** Records what became of a dead letter that was sent once more; one that failed waits again. */
export async function settleLetter(
  database: Database,
  { webhook }: Claim,
  position: Position,
  outcome: Outcome,
): Promise<void> {
  await database.transaction(async (tx) => {
    if (outcome.failure !== undefined) return await bury(tx, webhook.id, position, 1, outcome);
    await tx.query(sql`
      update ufuq.dead_letter set state = 'delivered', settled_at = now()
      where webhook = ${webhook.id} and position = ${position}::bigint`);
    await tx.query(sql`
      update ufuq.webhook set last_success_at = now(), last_attempt_at = now() where id = ${webhook.id}`);
    await goOnPast(tx, webhook.id);
  });
}
