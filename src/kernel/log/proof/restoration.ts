import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { Problem } from '../../errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import { entryLine, entryTarget } from '../copy-line.ts';
import type { Position } from '../entry.ts';
import { inChunks, lockHead, sealBatch } from '../log-batch.ts';
import { always } from '../stretch.ts';
import { checkpointAt } from './checkpoint-store.ts';
import { forkState } from './fork-guard.ts';
import type { KeyRing } from './key-ring.ts';
import { restorations } from './logged-entry.ts';
import type { SignedMemory } from './signed-memory.ts';

export interface RestorationOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly memory: SignedMemory;
}

/** Who says that signed entries are lost for good, and why. */
export interface Restoration {
  readonly actor: string;
  readonly legalBasis: string;
  readonly reason: string;
}

/**
 * The way out where a store cannot be brought to what was signed over it: the log itself says, for everybody to read,
 * which signed tree is lost; a new key signs from here on, and the memory begins anew. Whoever kept a checkpoint or a
 * receipt of the lost part can still show it.
 * @returns the position of the entry that says so
 * @throws {Problem} `conflict` where the store continues what was signed
 */
export async function acceptRestoration(
  { database, clock, keys, memory }: RestorationOptions,
  { actor, legalBasis, reason }: Restoration,
): Promise<Position> {
  const lost = memory.recall();
  const position = await database.transaction(async (tx) => {
    const entry = (await lockHead(tx)) + 1;
    const fork = await forkState(tx, keys.origin, lost);
    if (fork.kind === 'continues' || !lost) throw new Problem('conflict', { what: keys.origin });
    const root = Buffer.from(lost.root).toString('base64');
    const properties = { reason, root, signed: lost.size, size: fork.size };
    const line = {
      position: entry,
      registerNumber: restorations.number,
      record: String(lost.size),
      ...always,
      body: canonicalJson({ geometry: null, properties }),
    };
    await tx.copyIn(entryTarget, inChunks([entryLine(line)]));
    await sealBatch(tx, entry, entry, { actor, legalBasis, cause: 'restoration', recordedAt: clock() });
    return entry;
  });
  await keys.rotate(0);
  const stored = await checkpointAt(database);
  if (stored) await memory.remember({ origin: keys.origin, size: stored.size, root: stored.root });
  else memory.forget();
  return position;
}
