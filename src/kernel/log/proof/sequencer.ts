import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { Logger } from '../../logger.ts';
import type { Position } from '../entry.ts';
import { headOf } from '../head.ts';
import { logChannel } from '../log-batch.ts';
import type { KeyRing } from './key-ring.ts';
import { type ChunkOptions, sequenceChunk } from './sequence-chunk.ts';
import type { SignedMemory } from './signed-memory.ts';

export interface SequencerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly logger?: Pick<Logger, 'error' | 'info'>;
  /** Entries that one transaction takes in at most. */
  readonly chunk?: number;
  /** Remembers what was signed, so that a store that was put back to an older state is noticed. */
  readonly memory?: SignedMemory;
  readonly fillSalts?: ChunkOptions['fillSalts'];
  /** Hears of every checkpoint after its commit. */
  readonly onCheckpoint?: () => void;
}

export interface Sequencer {
  /** Follows the log until `stop`: every commit is in a signed tree within a second. */
  start(): Promise<void>;
  /** Ends following, after the transaction under way. */
  stop(): Promise<void>;
  /** Takes in all that the log has now; returns the size of the tree. @throws {ProofBrokenError} {ForkError} */
  sequenceNow(): Promise<Position>;
}

const pollMs = 1000;
/** Commits that come together share a checkpoint. */
const gatherMs = 100;

/**
 * Brings committed entries into the Merkle tree and signs checkpoints. Any number of processes may run one: the first
 * that has the advisory lock does the work of the moment, and what a killed one left undone the next one does.
 */
export function openSequencer(options: SequencerOptions): Sequencer {
  const { database, clock, keys, logger, chunk = 4096, memory, fillSalts, onCheckpoint } = options;
  let running: Promise<Position | undefined> | undefined;
  let done: Position = 0;
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  let unlisten: (() => Promise<void>) | undefined;
  let isFollowing = false;
  let complaint = '';

  async function catchUp(): Promise<Position | undefined> {
    for (;;) {
      const progress = await database.transaction((tx) =>
        sequenceChunk(tx, {
          keys,
          now: clock(),
          most: chunk,
          remembered: memory?.recall(),
          ...(fillSalts && { fillSalts }),
        }),
      );
      if (progress === undefined) return undefined;
      if (progress.signed) {
        await memory?.remember(progress.signed);
        onCheckpoint?.();
      }
      done = progress.sequenced;
      if (!progress.isBehind) return done;
    }
  }

  function sequence(): Promise<Position | undefined> {
    running ??= catchUp().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function tick(): Promise<void> {
    due = Number.POSITIVE_INFINITY;
    if (running !== undefined) return plan(gatherMs);
    try {
      if ((await headOf(database)) !== done) await sequence();
      complaint = '';
    } catch (error) {
      const said = String(error);
      if (said !== complaint && isFollowing) logger?.error({ err: error }, 'the log is not being proven');
      complaint = said;
    }
    plan(pollMs);
  }

  /** Plans the next tick, unless one is due before; so commits that never stop do not put it off for ever. */
  function plan(delay: number): void {
    const at = performance.now() + delay;
    if (!isFollowing || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => void tick(), delay);
    timer.unref();
  }

  return {
    async start() {
      isFollowing = true;
      unlisten = await database.listen(logChannel, () => plan(gatherMs));
      plan(0);
    },
    async stop() {
      isFollowing = false;
      clearTimeout(timer);
      await unlisten?.();
      await running?.catch(() => {});
    },
    async sequenceNow() {
      await running?.catch(() => {});
      for (;;) {
        const sequenced = await sequence();
        if (sequenced !== undefined) return sequenced;
        await new Promise((resolve) => setTimeout(resolve, gatherMs)); // another process is at it
      }
    },
  };
}
