import { sessionState } from '../session/session.ts';
import type { PortalFeature } from './items.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** One change as the feed tells it; see `/api` for what the kinds mean. */
export interface PortalChange {
  readonly position: number;
  readonly kind: 'upsert' | 'tombstone' | 'erased' | 'erasure' | 'declared' | 'dropped';
  readonly register: string;
  readonly record?: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly legalBasis: string | null;
  readonly cause: string;
  readonly valid: { readonly from: string | null; readonly to: string | null };
  readonly isNew?: boolean;
  readonly feature: PortalFeature | null;
}

/** What the room asks for; names are those of the API. */
export interface ChangesQuestion {
  readonly registers?: string;
  readonly bbox?: string;
  readonly types?: string;
}

export interface EarlierPage {
  readonly changes: readonly PortalChange[];
  readonly before: number;
  /** The cursor to follow on from. */
  readonly latest: number;
  readonly isFirst: boolean;
}

/** Changes before a position, newest first. */
export function fetchEarlier(
  question: ChangesQuestion,
  before: number | 'latest',
  limit: number,
  ask: Ask,
): Promise<EarlierPage> {
  return requestJson<EarlierPage>(apiPath(['changes'], { ...question, before, limit, novelty: true }), ask);
}

/** An event of the stream as CloudEvents say it. */
interface StreamEvent {
  readonly id: string;
  readonly type: string;
  readonly register: string;
  readonly subject?: string;
  readonly time: string;
  readonly actor: string;
  readonly legalbasis?: string;
  readonly cause: string;
  readonly validfrom?: string;
  readonly validto?: string;
  readonly isnew?: boolean;
  readonly data?: PortalFeature;
}

/**
 * Reads the stream of changes after a cursor until it ends or is broken off. A stream of our own instead of EventSource,
 * which cannot say who asks.
 */
export async function readStream(
  question: ChangesQuestion,
  cursor: number,
  signal: AbortSignal,
  hear: {
    readonly open: () => void;
    readonly change: (change: PortalChange) => void;
    readonly cursor: (at: number) => void;
  },
): Promise<void> {
  const token = sessionState().session?.token;
  const answer = await fetch(apiPath(['changes'], { ...question, since: cursor, novelty: true }), {
    headers: {
      accept: 'text/event-stream',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status}`);
  hear.open();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += value;
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const [id, event, data] = [field('id'), field('event'), field('data')];
      if (event !== undefined && event !== 'latest' && data !== undefined)
        hear.change(changeOf(JSON.parse(data) as StreamEvent));
      if (id !== undefined) hear.cursor(Number(id));
    }
  }
}

function changeOf(event: StreamEvent): PortalChange {
  return {
    position: Number(event.id),
    kind: event.type.split('.')[2] as PortalChange['kind'],
    register: event.register,
    ...(event.subject === undefined ? {} : { record: event.subject }),
    recordedAt: event.time,
    actor: event.actor,
    legalBasis: event.legalbasis ?? null,
    cause: event.cause,
    valid: { from: event.validfrom ?? null, to: event.validto ?? null },
    ...(event.isnew === undefined ? {} : { isNew: event.isnew }),
    feature: event.data ?? null,
  };
}
