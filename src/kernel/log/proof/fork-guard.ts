import type { Queryable } from '../../db/database.ts';
import type { Checkpoint } from './checkpoint.ts';
import { checkpointAt } from './checkpoint-store.ts';
import { isSameHash } from './merkle-hash.ts';
import { storedTiles, TileMissingError } from './tile-store.ts';
import { TileTree } from './tile-tree.ts';

/** How the store stands to what this folder's keys have signed. */
export type ForkState =
  /** The store continues what was signed. */
  | { readonly kind: 'continues' }
  /** The store has fewer entries under its checkpoints than were signed: an older backup was put back. */
  | { readonly kind: 'behind'; readonly size: number; readonly signed: number }
  /** The store has another history up to a size that was signed. */
  | { readonly kind: 'other'; readonly size: number; readonly signed: number };

/** Nothing is signed until somebody has looked: it would contradict what was signed before. */
export class ForkError extends Error {
  readonly state: Exclude<ForkState, { kind: 'continues' }>;

  constructor(state: Exclude<ForkState, { kind: 'continues' }>) {
    const { size, signed } = state;
    super(
      state.kind === 'behind'
        ? `The store has ${size} proven entries and ${signed} were signed: an older backup was put back. ` +
            'Restore a newer one, or say with "ufuq keys accept-restoration" that the entries after it are lost'
        : `The store has another history up to entry ${signed} than the one that was signed. ` +
            'Restore the right one, or say with "ufuq keys accept-restoration" that the signed one is lost',
    );
    this.name = 'ForkError';
    this.state = state;
  }
}

/** Compares the store's tree with the head that was signed last; `signed` of another log says nothing. */
export async function forkState(
  db: Queryable,
  origin: string,
  signed: Checkpoint | undefined,
): Promise<ForkState> {
  if (signed === undefined || signed.origin !== origin) return { kind: 'continues' };
  const stored = await checkpointAt(db);
  const size = stored?.size ?? 0;
  if (!stored || size < signed.size) return { kind: 'behind', size, signed: signed.size };
  const root =
    size === signed.size
      ? stored.root
      : await new TileTree(size, storedTiles(db)).rootAt(signed.size).catch((error: unknown) => {
          if (error instanceof TileMissingError) return undefined;
          throw error;
        });
  if (root && isSameHash(root, signed.root)) return { kind: 'continues' };
  return { kind: 'other', size, signed: signed.size };
}
