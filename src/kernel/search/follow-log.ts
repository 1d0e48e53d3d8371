import sql from 'sql-template-tag';
import type { Database } from '../db/database.ts';
import { followLog, type LogFollower } from '../log/follow/follow-log.ts';
import type { LogWatch } from '../log/follow/log-watch.ts';
import type { Logger } from '../logger.ts';
import { indexChunk } from './index-chunk.ts';

/** Entries a transaction: the embedded database has one connection, which others wait for. */
const chunks = { postgres: 2000, pglite: 500 } as const;

/**
 * Indexes what is committed, for at most `budgetMs`. True where nothing is left to do; searches call this before they
 * ask, so that a record is found as soon as it is written.
 */
export async function indexNow(database: Database, budgetMs = Number.POSITIVE_INFINITY): Promise<boolean> {
  const end = performance.now() + budgetMs;
  do {
    const progress = await database.transaction((tx) => indexChunk(tx, chunks[database.engine]));
    if (progress === undefined) return false;
    if (!progress.isBehind) return true;
    await new Promise((resolve) => setImmediate(resolve));
  } while (performance.now() < end);
  return false;
}

/** Whether entries wait to be indexed: one small question. */
export async function isBehind(database: Database): Promise<boolean> {
  const [row] = await database.query<{ behind: boolean }>(
    sql`select h.position > s.position as behind from ufuq.head h, ufuq.search_state s`,
  );
  return row!.behind;
}

/** Keeps the index in step with the log until it is stopped. Any number of processes may do so. */
export function followForSearch(database: Database, watch: LogWatch, logger?: Logger): LogFollower {
  return followLog(watch, {
    gatherMs: 200,
    async takeUp(head, signal) {
      while (!signal.aborted && !(await indexNow(database, 50)) && (await isBehind(database)))
        await new Promise((resolve) => setTimeout(resolve, 5)); // requests go first
      return head;
    },
    onTrouble: (error) => logger?.error({ err: error }, 'the log is not being indexed for search'),
  });
}
