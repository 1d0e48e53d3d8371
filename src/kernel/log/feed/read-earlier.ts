import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { headOf } from '../head.ts';
import type { Change, EarlierChanges } from './change.ts';
import type { Feed } from './open-feed.ts';
import { rawEntries } from './raw-entry.ts';
import { concerns, formerSpans } from './span.ts';
import { toldOf } from './told.ts';

export interface EarlierPage {
  /** Only what lies before this position; the end of the log by default. */
  readonly before?: Position;
  /** Changes at most. */
  readonly limit: number;
  readonly withNovelty?: boolean;
}

const mostLookedAt = 20_000;
const largestWindow = 4_000;
const mostBytes = 16_000_000;

/** The changes before a position, newest first: for people, who begin with what happened last. */
export async function readEarlier(db: Queryable, feed: Feed, page: EarlierPage): Promise<EarlierChanges> {
  let upTo = Math.min(await headOf(db), (page.before ?? Number.MAX_SAFE_INTEGER) - 1);
  const changes: Change[] = [];
  let window = Math.max(50, page.limit);
  for (let looked = 0; upTo > 0 && changes.length < page.limit && looked < mostLookedAt; ) {
    const spans = await formerSpans(db, feed.subject, { upTo, window });
    if (spans.length === 0) return { changes, before: 0, isFirst: true };
    const limits = { most: window + 1, mostBytes };
    const raw = await rawEntries(db, spans, limits, feed.subject && concerns(feed.subject));
    if (raw.reached < spans.at(-1)!.upTo && window > 1) {
      window = Math.ceil(window / 4); // too much to hold at once: look at less
      continue;
    }
    changes.push(...(await toldOf(db, feed, raw.entries, page.withNovelty)).reverse());
    looked += spans.reduce((sum, span) => sum + span.upTo - span.after, 0);
    upTo = spans[0]!.after;
    window = Math.min(largestWindow, window * 2);
  }
  if (changes.length <= page.limit) return { changes, before: upTo + 1, isFirst: upTo === 0 };
  changes.length = page.limit;
  return { changes, before: changes.at(-1)!.position, isFirst: false };
}
