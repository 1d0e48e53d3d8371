import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { Logger } from '../../logger.ts';
import { askWitness, type Send } from './ask-witness.ts';
import { checkpointAt } from './checkpoint-store.ts';
import { acceptCosignatures } from './cosignature.ts';
import { noteAttempt, type Witness, witnesses } from './witness-store.ts';

export interface WitnessPushOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger?: Pick<Logger, 'warn' | 'info'>;
  readonly send?: Send;
  /** Milliseconds after a checkpoint in which further ones may come; one push stands for all of them. */
  readonly gatherMs?: number;
}

export interface WitnessPush {
  /** A checkpoint was made; witnesses are asked soon. */
  wake(): void;
  /** Asks every witness whose turn it is, now. Returns when it should be done again, in milliseconds; undefined for never. */
  pushNow(): Promise<number | undefined>;
  stop(): Promise<void>;
}

const firstPauseMs = 1_000;
const longestPauseMs = 300_000;

/** Pause after so many failures in a row: doubling from a second to five minutes. */
const pauseAfter = (failures: number) =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1));

/**
 * Brings the latest checkpoint to the witnesses that have an address (C2SP tlog-witness) and stores what they sign. A
 * witness that does not answer delays nobody: neither the sequencer nor the other witnesses.
 */
export function openWitnessPush(options: WitnessPushOptions): WitnessPush {
  const { database, clock, logger, send, gatherMs = 1_000 } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number | undefined> | undefined;
  let isStopped = false;
  let due = Number.POSITIVE_INFINITY;

  async function push(): Promise<number | undefined> {
    const checkpoint = await checkpointAt(database);
    if (!checkpoint) return undefined;
    const now = clock().getTime();
    const waits: number[] = [];
    const asked: Promise<void>[] = [];
    for (const witness of await witnesses(database)) {
      if (witness.url === null || witness.signed >= checkpoint.size) continue;
      const since = witness.triedAt === null ? Number.POSITIVE_INFINITY : now - Date.parse(witness.triedAt);
      const wait = witness.failures === 0 ? 0 : pauseAfter(witness.failures) - since;
      if (wait > 0) waits.push(wait);
      else
        asked.push(
          ask(witness).then((isDone) => {
            if (!isDone) waits.push(pauseAfter(witness.failures + 1));
          }),
        );
    }
    await Promise.all(asked);
    return waits.length > 0 ? Math.min(...waits) : undefined;

    async function ask(witness: Witness): Promise<boolean> {
      let complaint: string | undefined;
      try {
        const note = await askWitness(database, witness, checkpoint!, send);
        const accepted = await acceptCosignatures(options, note);
        if (!accepted.includes(witness.key.name)) complaint = 'its signature does not verify';
      } catch (error) {
        complaint = error instanceof Error ? error.message : String(error);
      }
      await noteAttempt(options, witness.vkey, complaint);
      if (complaint !== undefined && complaint !== witness.complaint)
        logger?.warn({ witness: witness.key.name, complaint }, 'a witness did not sign');
      return complaint === undefined;
    }
  }

  function pushOnce(): Promise<number | undefined> {
    running ??= push().finally(() => {
      running = undefined;
    });
    return running;
  }

  function plan(delay: number): void {
    const at = performance.now() + delay;
    if (isStopped || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY;
      // What cannot be read now is read at the next checkpoint.
      pushOnce().then(
        (wait) => wait !== undefined && plan(wait),
        () => plan(longestPauseMs),
      );
    }, delay);
    timer.unref();
  }

  return {
    wake: () => plan(gatherMs),
    pushNow: pushOnce,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running?.catch(() => {});
    },
  };
}
