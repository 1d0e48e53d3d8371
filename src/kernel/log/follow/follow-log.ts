import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '../entry.ts';
import type { LogWatch } from './log-watch.ts';

export interface Following {
  /**
   * Takes up the log to `head`, and returns how far it came. That falls short where another process is at it: then it is
   * called again a moment later, as it is after a failure.
   */
  readonly takeUp: (head: Position, signal: AbortSignal) => Promise<Position>;
  /** Milliseconds: commits that come within it are taken up together. */
  readonly gatherMs: number;
  /** Milliseconds until what failed or fell short is tried again. */
  readonly retryMs?: number;
  /** Hears of a failure once, until there is another or all is well again. */
  readonly onTrouble: (error: unknown) => void;
}

export interface LogFollower {
  /** Ends following, after what is being taken up. */
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/** Calls `takeUp` now, and whenever the log has grown beyond what was reached, one call after another, until it is stopped. */
export function followLog(
  watch: LogWatch,
  { takeUp, gatherMs, retryMs = 1_000, onTrouble }: Following,
): LogFollower {
  const stopping = new AbortController();
  const { signal } = stopping;
  let reached: Position = -1;
  let trouble = '';

  async function step(): Promise<void> {
    if (!(await watch.beyond(reached, patienceMs, signal))) return;
    if (reached >= 0) await pause(gatherMs, undefined, { signal });
    const { head } = watch;
    reached = await takeUp(head, signal);
    trouble = '';
    if (reached < head) await pause(retryMs, undefined, { signal });
  }

  async function run(): Promise<void> {
    while (!signal.aborted && !watch.isClosed) {
      await step().catch(async (error) => {
        if (signal.aborted) return;
        if (String(error) !== trouble) onTrouble(error);
        trouble = String(error);
        await pause(retryMs, undefined, { signal }).catch(() => {});
      });
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
