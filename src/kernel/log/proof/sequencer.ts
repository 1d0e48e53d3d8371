import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { Logger } from '../../logger.ts';
import type { Position } from '../entry.ts';
import { followLog, type LogFollower } from '../follow/follow-log.ts';
import type { LogWatch } from '../follow/log-watch.ts';
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
  start(watch: LogWatch): void;
  /** Ends following, after the transaction under way. */
  stop(): Promise<void>;
  /** Takes in all that the log has now; returns the size of the tree. @throws {ProofBrokenError} {ForkError} */
  sequenceNow(): Promise<Position>;
}

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
  let follower: LogFollower | undefined;

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

  return {
    start(watch) {
      follower ??= followLog(watch, {
        gatherMs,
        takeUp: async () => (await sequence()) ?? done,
        onTrouble: (error) => logger?.error({ err: error }, 'the log is not being proven'),
      });
    },
    async stop() {
      await follower?.stop();
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
