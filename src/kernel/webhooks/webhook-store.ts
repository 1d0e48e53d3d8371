import { randomBytes } from 'node:crypto';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Clock } from '../clock.ts';
import type { Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import { newSecret } from './signature.ts';
import { type Webhook, type WebhookRow, type WebhookSettings, webhookOf } from './webhook.ts';

/** Columns of a webhook as people see it, from `ufuq.webhook w`. */
const selection = sql`w.*, greatest(0, (select position from ufuq.head) - w.cursor) as lag,
  (select count(*) from ufuq.dead_letter d where d.webhook = w.id and d.state in ('waiting', 'queued')) as dead_letters`;

export interface NewWebhook {
  readonly settings: WebhookSettings;
  readonly secret?: string;
  /** The first event is the one after this position; by default what comes from now on. */
  readonly since?: Position;
  /** URL of this server, as sources of events name it. */
  readonly origin: string;
  readonly actor: string;
}

/** Makes a webhook; its secret is told here and never again. */
export async function createWebhook(
  db: Queryable,
  clock: Clock,
  { settings, secret = newSecret(), since, origin, actor }: NewWebhook,
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  const id = `wh${randomBytes(10).toString('hex')}`;
  const columns = columnsOf(settings);
  await db.query(sql`
    insert into ufuq.webhook (id, origin, secret, cursor, created_at, created_by, ${names(columns)})
    values (${id}, ${origin}, ${secret}, coalesce(${since ?? null}::bigint, (select position from ufuq.head)),
      ${clock()}::timestamptz, ${actor}, ${join(columns.map(([, value]) => value))})`);
  return { webhook: await webhook(db, id), secret };
}

/** @throws {Problem} `webhook-not-found` */
export async function webhook(db: Queryable, id: string): Promise<Webhook> {
  const [row] = await db.query<WebhookRow>(sql`select ${selection} from ufuq.webhook w where w.id = ${id}`);
  if (!row) throw new Problem('webhook-not-found', { webhook: id.slice(0, 80) });
  return webhookOf(row);
}

/** Webhooks in the order in which they were made. */
export async function webhooks(
  db: Queryable,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Webhook[]> {
  const rows = await db.query<WebhookRow>(sql`
    select ${selection} from ufuq.webhook w order by w.created_at, w.id limit ${limit} offset ${offset}`);
  return rows.map(webhookOf);
}

/** Changes what is given. One that is made active again begins with a fresh count of attempts, at once. */
export async function updateWebhook(
  db: Queryable,
  id: string,
  settings: Partial<WebhookSettings>,
  since?: Position,
): Promise<Webhook> {
  const columns = columnsOf(settings);
  const assignments = columns.map(([name, value]) => sql`${raw(name)} = ${value}`);
  if (since !== undefined) assignments.push(sql`cursor = ${since}::bigint`, sql`attempts = 0`);
  // Whoever delivers at this moment finds that the webhook is no longer what it was, and stops.
  assignments.push(sql`lease_owner = null`, sql`lease_until = null`);
  if (settings.state !== undefined)
    assignments.push(
      sql`reason = null`,
      sql`attempts = 0`,
      sql`next_attempt_at = now()`,
      sql`paused_at = null`,
    );
  await db.query(sql`update ufuq.webhook set ${join(assignments)} where id = ${id}`);
  return await webhook(db, id);
}

/** Gives a webhook a new secret; the one before signs as well for some hours, so that receivers can change over. */
export async function rotateSecret(
  db: Queryable,
  id: string,
  { secret = newSecret(), overlapHours }: { readonly secret?: string; readonly overlapHours: number },
): Promise<string> {
  await webhook(db, id);
  await db.query(sql`
    update ufuq.webhook set former_secret = secret, former_until = now() + make_interval(hours => ${overlapHours}::int),
      secret = ${secret} where id = ${id}`);
  return secret;
}

/** Removes a webhook with its dead letters. */
export async function removeWebhook(db: Queryable, id: string): Promise<void> {
  await webhook(db, id);
  await db.query(sql`delete from ufuq.webhook where id = ${id}`);
}

type Column = readonly [name: string, value: Sql];

function columnsOf(settings: Partial<WebhookSettings>): Column[] {
  const { title, target, registers, filter, filterLang, bbox, types, audience, ...rest } = settings;
  const all: (Column | false)[] = [
    title !== undefined && ['title', sql`${title}`],
    target !== undefined && ['target', sql`${target}`],
    registers !== undefined && ['registers', sql`${registers}::text[]`],
    filter !== undefined && ['filter', sql`${filter}::text`],
    filterLang !== undefined && ['filter_lang', sql`${filterLang}`],
    bbox !== undefined && ['bbox', sql`${bbox}::float8[]`],
    types !== undefined && ['types', sql`${types}::text[]`],
    audience !== undefined && ['audience', sql`${audience}`],
    rest.maxAttempts !== undefined && ['max_attempts', sql`${rest.maxAttempts}::int`],
    rest.onDeadLetter !== undefined && ['on_dead_letter', sql`${rest.onDeadLetter}`],
    rest.state !== undefined && ['state', sql`${rest.state}`],
  ];
  return all.filter((column) => column !== false);
}

function names(columns: readonly Column[]): Sql {
  return raw(columns.map(([name]) => name).join(', '));
}
