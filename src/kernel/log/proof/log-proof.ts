import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { Logger } from '../../logger.ts';
import type { Position } from '../entry.ts';
import { countersignLatest } from './countersign.ts';
import { type KeyRing, openKeyRing } from './key-ring.ts';
import { acceptRestoration, type Restoration } from './restoration.ts';
import { openSequencer, type Sequencer, type SequencerOptions } from './sequencer.ts';
import { openSignedMemory, type SignedMemory } from './signed-memory.ts';
import type { SigningKey } from './signing-key.ts';
import { openWitnessPush, type WitnessPushOptions } from './witness-push.ts';

export interface LogProofOptions
  extends Pick<SequencerOptions, 'chunk' | 'fillSalts'>,
    Pick<WitnessPushOptions, 'send' | 'gatherMs'> {
  readonly database: Database;
  readonly clock: Clock;
  /** Data folder, in which keys and memory lie. */
  readonly folder: string;
  readonly origin?: string;
  readonly logger?: Logger;
}

/** Everything that proves the log of one data folder: keys, what they signed, the sequencer, and asking witnesses. */
export interface LogProof extends Sequencer {
  readonly keys: KeyRing;
  readonly memory: SignedMemory;
  /** Makes a new key that signs beside the old one for some hours, beginning with the latest checkpoint. */
  rotate(overlapHours?: number): Promise<SigningKey>;
  /** @throws {Problem} `conflict` where the store continues what was signed */
  acceptRestoration(restoration: Restoration): Promise<Position>;
  /** Asks the witnesses now; resolves when all have answered or failed. */
  pushNow(): Promise<void>;
}

/** Puts the proof of a log together; nothing is signed before `start` or `sequenceNow`. */
export async function openLogProof(options: LogProofOptions): Promise<LogProof> {
  const { database, clock, folder, origin } = options;
  const keys = await openKeyRing({ database, folder, clock, ...(origin !== undefined && { origin }) });
  const memory = openSignedMemory(folder);
  const push = openWitnessPush(options);
  const sequencer = openSequencer({ ...options, keys, memory, onCheckpoint: () => push.wake() });
  return {
    keys,
    memory,
    sequenceNow: () => sequencer.sequenceNow(),
    start(watch) {
      sequencer.start(watch);
      push.wake();
    },
    async stop() {
      await sequencer.stop();
      await push.stop();
    },
    async rotate(overlapHours) {
      const key = await keys.rotate(overlapHours);
      await countersignLatest(database, keys, clock());
      return key;
    },
    async acceptRestoration(restoration) {
      return await acceptRestoration({ database, clock, keys, memory }, restoration);
    },
    async pushNow() {
      await push.pushNow();
    },
  };
}
