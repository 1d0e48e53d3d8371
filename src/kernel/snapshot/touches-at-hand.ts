import { anonymous } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import type { TouchesAtHand } from '../tiles/version/tile-versions.ts';
import { BrokenSnapshotError } from './paged-bytes.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** What the versions of tiles are made of, from packed copies: for whoever sees the same rows as the public. */
export function touchesAtHand(store: SnapshotStore): TouchesAtHand {
  return (register, view) => {
    if (register.access.read !== 'public' || view.rows !== narrow(register, anonymous).rows) return undefined;
    const base = store.of(register)?.base;
    if (!base) return undefined;
    return {
      source: base,
      position: base.head.position,
      touches() {
        try {
          return base.touches();
        } catch (error) {
          if (!(error instanceof BrokenSnapshotError)) throw error;
          store.discard(register);
          return undefined;
        }
      },
    };
  };
}
