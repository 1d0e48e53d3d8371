import { administrator, anonymous } from '../access/caller.ts';
import type { Position } from '../log/entry.ts';
import { type ChangeKind, changeKinds } from '../log/feed/change.ts';
import type { FeedQuestion } from '../log/feed/lens.ts';
import type { FilterLanguage } from '../query/filter.ts';
import type { Box } from '../query/question.ts';

/** What can be said of a webhook by whoever makes or changes it. */
export interface WebhookSettings {
  readonly title: string;
  /** URL that events are posted to. */
  readonly target: string;
  /** Null for all registers that the audience may know of. */
  readonly registers: readonly string[] | null;
  readonly filter: string | null;
  readonly filterLang: FilterLanguage;
  readonly bbox: Box | null;
  readonly types: readonly ChangeKind[];
  /** With whose eyes the log is read: `administrator` sends restricted records and fields too. */
  readonly audience: 'public' | 'administrator';
  /** Attempts before an event becomes a dead letter. */
  readonly maxAttempts: number;
  /** What follows a dead letter: the next event, or a pause until a person has settled it. */
  readonly onDeadLetter: 'skip' | 'pause';
  readonly state: 'active' | 'paused';
}

/** A webhook as it stands, without its secrets. */
export interface Webhook extends Omit<WebhookSettings, 'state'> {
  readonly id: string;
  readonly state: 'active' | 'paused' | 'gone';
  /** Why it does not deliver, where it does not by itself: `dead-letter`, `gone`, `question`. */
  readonly reason: string | null;
  /** Everything up to this position of the log was told. */
  readonly cursor: Position;
  /** Entries that the log has beyond the cursor. */
  readonly lag: number;
  /** Attempts made at the event after the cursor. */
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly lastAttemptAt: string | null;
  readonly lastSuccessAt: string | null;
  readonly lastFailure: string | null;
  readonly lastStatus: number | null;
  /** Dead letters that wait for a person. */
  readonly deadLetters: number;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Until when the secret before the last rotation still signs. */
  readonly formerSecretUntil: string | null;
}

export type WebhookRow = Readonly<Record<string, unknown>>;

/** Reads a row of `ufuq.webhook` with `lag` and `dead_letters`. */
export function webhookOf(row: WebhookRow): Webhook {
  const text = (name: string) => row[name] as string | null;
  const attempts = Number(row.attempts);
  return {
    id: text('id')!,
    title: text('title')!,
    target: text('target')!,
    registers: row.registers as string[] | null,
    filter: text('filter'),
    filterLang: (row.filter_lang as FilterLanguage | null) ?? 'cql2-text',
    bbox: row.bbox as Box | null,
    types: (row.types as ChangeKind[] | null) ?? changeKinds,
    audience: row.audience as Webhook['audience'],
    maxAttempts: Number(row.max_attempts),
    onDeadLetter: row.on_dead_letter as Webhook['onDeadLetter'],
    state: row.state as Webhook['state'],
    reason: text('reason'),
    cursor: Number(row.cursor),
    lag: Number(row.lag ?? 0),
    attempts,
    nextAttemptAt: attempts > 0 ? text('next_attempt_at') : null,
    lastAttemptAt: text('last_attempt_at'),
    lastSuccessAt: text('last_success_at'),
    lastFailure: text('last_failure'),
    lastStatus: row.last_status === null ? null : Number(row.last_status),
    deadLetters: Number(row.dead_letters ?? 0),
    createdAt: text('created_at')!,
    createdBy: text('created_by')!,
    formerSecretUntil: row.former_secret === null ? null : text('former_until'),
  };
}

/** What a webhook asks of the log. */
export function questionOf(
  hook: Pick<WebhookSettings, 'audience' | 'registers' | 'filter' | 'filterLang' | 'bbox' | 'types'>,
): FeedQuestion {
  return {
    caller: hook.audience === 'administrator' ? administrator : anonymous,
    ...(hook.registers && { registers: hook.registers }),
    ...(hook.filter !== null && { filter: { source: hook.filter, language: hook.filterLang } }),
    ...(hook.bbox && { bbox: hook.bbox }),
    kinds: new Set(hook.types),
  };
}
