import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { Change } from '../log/feed/change.ts';
import { cloudEvent } from '../log/feed/cloud-event.ts';
import { type Feed, openFeed } from '../log/feed/open-feed.ts';
import { readChanges } from '../log/feed/read-changes.ts';
import { FilterError } from '../query/filter-error.ts';
import type { Registry } from '../register/register.ts';
import { backoffMs } from './backoff.ts';
import { advance, type Claim, pauseForQuestion, queuedLetter, recordFailure, settleLetter } from './claim.ts';
import { type Outcome, post } from './post.ts';
import { signedHeaders } from './signature.ts';
import type { TargetPolicy } from './target-guard.ts';
import { questionOf, type Webhook } from './webhook.ts';

export interface DeliveryOptions {
  readonly database: Database;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly policy: TargetPolicy;
  /** Time limit of one attempt. */
  readonly timeoutMs: number;
  /** Wait after the first failed attempt; doubled with each further one. */
  readonly firstRetryMs: number;
  readonly leaseMs: number;
  readonly signal: AbortSignal;
  /** Hears of each attempt, for the metrics. */
  readonly onAttempt: (webhook: Webhook, outcome: Outcome) => void;
}

const pageLimit = 100;

/**
 * Delivers for one webhook, event by event in the order of the log, until there is no more or an attempt fails. An event
 * counts as told only once its outcome is committed, so one whose outcome was lost is sent again under the same
 * `webhook-id`: at least once, and in order.
 */
export async function deliver(claimed: Claim, options: DeliveryOptions): Promise<void> {
  const feed = await feedOf(claimed, options);
  if (!feed) return;
  await sendQueued(claimed, feed, options);
  if (claimed.webhook.state !== 'active') return;
  let { cursor, attempts } = claimed.webhook;
  while (!options.signal.aborted) {
    const page = await readChanges(options.database, feed, {
      since: cursor,
      limit: pageLimit,
      mostBytes: 1_000_000,
    });
    for (const change of page.changes) {
      const outcome = await send(claimed, change, options);
      if (outcome.failure !== undefined) {
        if (options.signal.aborted) return;
        attempts++;
        const waitMs = outcome.retryAfterMs ?? backoffMs(attempts, options.firstRetryMs);
        const end = await recordFailure(options.database, claimed, change.position, outcome, {
          attempts,
          waitMs,
        });
        if (end !== 'dead' || claimed.webhook.onDeadLetter === 'pause') return;
      } else if (
        !(await advance(options.database, claimed, change.position, options.leaseMs, outcome.status))
      )
        return;
      attempts = 0;
    }
    cursor = page.next;
    if (!(await advance(options.database, claimed, cursor, options.leaseMs))) return;
    if (page.isLatest) return;
  }
}

async function feedOf(claimed: Claim, { registry, database }: DeliveryOptions): Promise<Feed | undefined> {
  try {
    return await openFeed(registry, questionOf(claimed.webhook));
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof FilterError)) throw error;
    await pauseForQuestion(database, claimed);
    return undefined;
  }
}

/** Sends the dead letters that a person asked for; one whose event nobody may see any more counts as told. */
async function sendQueued(claimed: Claim, feed: Feed, options: DeliveryOptions): Promise<void> {
  const { database, signal } = options;
  for (let position = await queuedLetter(database, claimed); position !== undefined && !signal.aborted; ) {
    const { changes } = await readChanges(database, feed, { since: position - 1, limit: 1 });
    const change = changes[0]?.position === position ? changes[0] : undefined;
    const outcome = change ? await send(claimed, change, options) : {};
    if (signal.aborted && outcome.failure !== undefined) return;
    await settleLetter(database, claimed, position, outcome);
    position = await queuedLetter(database, claimed);
  }
}

/** One attempt. */
async function send(claimed: Claim, change: Change, options: DeliveryOptions): Promise<Outcome> {
  const { webhook, origin, secrets } = claimed;
  const body = JSON.stringify(cloudEvent(change, origin));
  const seconds = Math.floor(options.clock().getTime() / 1000);
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'Ufuq webhooks',
    ...signedHeaders(messageId(webhook, change), seconds, body, secrets),
  };
  const { policy, timeoutMs, signal } = options;
  const outcome = await post(webhook.target, headers, body, { policy, timeoutMs, signal });
  if (!signal.aborted) options.onAttempt(webhook, outcome);
  return outcome;
}

/** The same for every attempt at an event, so that receivers can tell what they have already. */
export function messageId({ id }: Pick<Webhook, 'id'>, { position }: Pick<Change, 'position'>): string {
  return `${id}_${position}`;
}
