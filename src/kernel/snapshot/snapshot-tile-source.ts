import { anonymous } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { Register } from '../register/register.ts';
import type { TileContents, TileQuestion, TileSource } from '../tiles/tile-source.ts';
import { BrokenSnapshotError } from './paged-bytes.ts';
import { planOf } from './plan.ts';
import type { SnapshotStore } from './snapshot-store.ts';
import { tileContents } from './tile-contents.ts';

/** Contents of tiles from packed copies in memory, and from the database where those cannot tell. */
export class SnapshotTileSource implements TileSource {
  private readonly store: SnapshotStore;
  private readonly sql: TileSource;

  constructor(store: SnapshotStore, sql: TileSource) {
    this.store = store;
    this.sql = sql;
  }

  async contents<T>(question: TileQuestion, use: (contents: TileContents) => T): Promise<T> {
    const packed = this.packed(question, use);
    return packed ? packed.used : await this.sql.contents(question, use);
  }

  private packed<T>(question: TileQuestion, use: (contents: TileContents) => T): { used: T } | undefined {
    const { register, view, moment, filter } = question;
    if (!isPublic(register, view) || moment.position > this.store.position) return undefined;
    const snapshot = this.store.of(register);
    if (!snapshot) return undefined;
    const plan = planOf({
      register,
      view,
      snapshot,
      moment,
      question: filter === undefined ? {} : { filter },
    });
    if ('reason' in plan) return undefined;
    try {
      const contents = tileContents(snapshot, plan.wanted, question);
      return contents && { used: use(contents) };
    } catch (error) {
      if (!(error instanceof BrokenSnapshotError)) throw error;
      this.store.discard(register, error);
      return undefined;
    }
  }
}

/** Whether a view is what everybody has of the register: that is what snapshots hold. */
function isPublic(register: Register, view: View): boolean {
  if (register.access.read !== 'public') return false;
  const { fields, rows } = narrow(register, anonymous);
  return view.rows === rows && view.fields.length === fields.length;
}
