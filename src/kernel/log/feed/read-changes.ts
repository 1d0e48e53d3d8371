import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { headOf } from '../head.ts';
import type { Change, ChangePage } from './change.ts';
import type { Feed } from './open-feed.ts';
import { rawEntries } from './raw-entry.ts';
import { concerns, nextSpans } from './span.ts';
import { toldOf } from './told.ts';

export interface FeedPage {
  /** Everything up to this position is known already. */
  readonly since: Position;
  /** Changes at most. */
  readonly limit: number;
  /** Bytes of bodies at most that one page reads; 8 MB by default. */
  readonly mostBytes?: number;
  /** Say of each `upsert` whether it is new to the caller. */
  readonly withNovelty?: boolean;
}

/** Entries that one page looks at, at most, before it says how far it came. */
const mostLookedAt = 20_000;
const window = 2_000;

/**
 * The changes after a position, in the order of the log. The head is read first: positions have no gaps and follow the
 * order of commits, so everything up to it is there. A page ends between two atomic writes wherever it can.
 */
export async function readChanges(db: Queryable, feed: Feed, page: FeedPage): Promise<ChangePage> {
  const head = await headOf(db);
  const most = Math.min(window, Math.max(page.limit, 100));
  const changes: Change[] = [];
  let reached = Math.min(page.since, head);
  let looked = 0;
  let batch = { first: 0, last: 0 };
  let bytes = page.mostBytes ?? 8_000_000;
  while (reached < head && changes.length < page.limit && looked < mostLookedAt && bytes > 0) {
    const spans = await nextSpans(db, feed.subject, { after: reached, head, window: 2 * most });
    if (spans.length === 0) break;
    const raw = await rawEntries(
      db,
      spans,
      { most, mostBytes: bytes },
      feed.subject && concerns(feed.subject),
    );
    changes.push(...(await toldOf(db, feed, raw.entries, page.withNovelty)));
    bytes -= raw.entries.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
    looked += raw.entries.length;
    reached = raw.reached;
    batch = raw.entries.at(-1)?.batch ?? batch;
  }
  if (changes.length > page.limit) {
    changes.length = page.limit;
    const last = changes.at(-1)!;
    reached = last.position;
    batch = last.batch;
  }
  return wholeBatches({ changes, next: reached, isLatest: reached === head }, page.since, batch);
}

/** Leaves a batch that did not fit for the next page, unless it is all that this one has. */
function wholeBatches(
  page: ChangePage,
  since: Position,
  batch: { readonly first: Position; readonly last: Position },
): ChangePage {
  const isCut = batch.first <= page.next && page.next < batch.last;
  if (!isCut || batch.first - 1 <= since) return page;
  return {
    changes: page.changes.filter(({ position }) => position < batch.first),
    next: batch.first - 1,
    isLatest: false,
  };
}
