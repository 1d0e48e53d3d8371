import sql from 'sql-template-tag';
import type { Database } from '../db/database.ts';
import { logChannel } from '../log/log-batch.ts';
import type { Logger } from '../logger.ts';
import { indexChunk } from './index-chunk.ts';

export interface SearchFollower {
  stop(): Promise<void>;
}

/** Entries a transaction: the embedded database has one connection, which others wait for. */
const chunks = { postgres: 2000, pglite: 500 } as const;
const pollMs = 2000;
const gatherMs = 200;

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
export async function followForSearch(database: Database, logger?: Logger): Promise<SearchFollower> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function turn(): Promise<void> {
    try {
      while (!isStopped && !(await indexNow(database, 50))) {
        if (!(await isBehind(database))) break;
        await new Promise((resolve) => setTimeout(resolve, 5)); // requests go first
      }
    } catch (error) {
      if (!isStopped) logger?.error({ err: error }, 'the log is not being indexed for search');
    }
  }

  function plan(delay: number): void {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => {
      running ??= turn().finally(() => {
        running = undefined;
        plan(pollMs);
      });
    }, delay);
    timer.unref();
  }

  const unlisten = await database.listen(logChannel, () => running ?? plan(gatherMs));
  plan(0);
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await unlisten();
      await running;
    },
  };
}
