import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { erasedBetween } from './log-reach.ts';
import type { SnapshotHead } from './snapshot-head.ts';
import { historyOf } from './snapshot-source.ts';

/** Entries that are taken up one by one; behind by more, a register is packed anew. */
export const mostEntries = 50_000;

/** What a snapshot has to be of to be taken up. */
export interface Wished {
  readonly fingerprint: string;
  /** Number of the register. */
  readonly number: number;
  /** Position of the log that is to be reached. */
  readonly position: Position;
}

/** Why a file that is whole is not taken up, for the log of the server; undefined where it is. */
export async function stalenessOf(
  db: Queryable,
  head: SnapshotHead,
  { fingerprint, number, position }: Wished,
): Promise<string | undefined> {
  if (head.fingerprint !== fingerprint) return 'it is of another declaration';
  if (head.position > position || head.history !== (await historyOf(db, head.position)))
    return 'it is of another log';
  if (position - head.position > mostEntries) return 'it is too far behind the log';
  if ((await erasedBetween(db, head.position, position)).has(number)) return 'it holds what was erased since';
  return undefined;
}
