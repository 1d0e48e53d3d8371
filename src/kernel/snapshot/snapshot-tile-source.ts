import { anonymous } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { SqlReason } from '../query/answered-by.ts';
import type { Register } from '../register/register.ts';
import type { TileQuestion, TileSource, UseContents } from '../tiles/tile-source.ts';
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

  async contents<T>(question: TileQuestion, use: UseContents<T>): Promise<T> {
    const packed = this.packed(question, use);
    if ('used' in packed) return packed.used;
    return await this.sql.contents(question, (contents) => use(contents, { source: 'sql', ...packed }));
  }

  private packed<T>(
    question: TileQuestion,
    use: UseContents<T>,
  ): { readonly used: T } | { readonly reason: SqlReason } {
    const { register, view, moment, filter } = question;
    if (!isPublic(register, view)) return { reason: 'caller' };
    if (moment.position > this.store.position) return { reason: 'as-of' };
    const snapshot = this.store.of(register);
    if (!snapshot) return { reason: 'no-snapshot' };
    const plan = planOf({
      register,
      view,
      snapshot,
      moment,
      question: filter === undefined ? {} : { filter },
    });
    if ('reason' in plan) return plan;
    try {
      const contents = tileContents(snapshot, plan.wanted, question);
      return contents ? { used: use(contents, { source: 'snapshot' }) } : { reason: 'column' };
    } catch (error) {
      if (!(error instanceof BrokenSnapshotError)) throw error;
      this.store.discard(register, error);
      return { reason: 'no-snapshot' };
    }
  }
}

/** Whether a view is what everybody has of the register: that is what snapshots hold. */
function isPublic(register: Register, view: View): boolean {
  if (register.access.read !== 'public') return false;
  const { fields, rows } = narrow(register, anonymous);
  return view.rows === rows && view.fields.length === fields.length;
}
