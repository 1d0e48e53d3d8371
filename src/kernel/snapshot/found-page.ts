import { writeCursor } from '../query/cursor.ts';
import type { Asking } from './planner.ts';
import type { FoundRow } from './register-snapshot.ts';

/** The rows of one page, how many there are in all, and where the next page begins. */
export interface FoundPage {
  readonly rows: readonly FoundRow[];
  readonly count: number;
  readonly next: string | undefined;
}

export function findPage({ snapshot, wanted, now, position, after }: Asking, limit: number): FoundPage {
  const { count, rows: found } = snapshot.find(wanted, limit + 1, after);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const isLast = found.length <= limit || last === undefined;
  const next = isLast
    ? undefined
    : writeCursor({ position, now, sortBy: [], after: [snapshot.bornOf(last)] });
  return { rows, count, next };
}
