import { anonymous } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import type { TouchesAtHand } from '../tiles/version/tile-versions.ts';
import { BrokenSnapshotError } from './paged-bytes.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** What the versions of tiles are made of, from packed copies: for whoever sees the same rows as the public. */
export function touchesAtHand(store: SnapshotStore): TouchesAtHand {
  return (register, view) => {
    if (register.access.read !== 'public' || view.rows !== narrow(register, anonymous).rows) return undefined;
    const snapshot = store.of(register);
    if (!snapshot) return undefined;
    const { base, lastChange } = snapshot;
    return {
      source: base,
      position: base.head.position,
      // Whoever has written hears of it once the copies have it, and whoever asks them needs no look at the database.
      reached: { head: store.position, last: lastChange },
      touches() {
        try {
          return base.touches();
        } catch (error) {
          if (!(error instanceof BrokenSnapshotError)) throw error;
          store.discard(register, error);
          return undefined;
        }
      },
    };
  };
}
