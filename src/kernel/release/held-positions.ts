import sql, { raw } from 'sql-template-tag';
import { anonymous } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { momentOf } from '../query/position.ts';
import { selects } from '../query/selection.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';

const pageSize = 20_000;

export interface HeldQuestion {
  readonly register: Register;
  readonly position: Position;
  /** Instant that the records hold at; all times for a register of events where it is not said. */
  readonly datetime: string | null;
  /** Milliseconds of the instant at which a register of states is asked where nothing is said. */
  readonly recordedAt: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Positions of the entries that assert what everybody saw of a register at an instant, as was known at a position:
 * ascending, each once. Eight bytes a record are all that is kept of a register of any size.
 */
export async function heldPositions(db: Queryable, question: HeldQuestion): Promise<Float64Array> {
  const { register, position, datetime, recordedAt, signal } = question;
  const moment = await momentOf(
    db,
    register,
    { asOf: position, ...(datetime !== null && { datetime: { from: datetime, to: datetime } }) },
    { now: recordedAt },
  );
  const where = selects(register, narrow(register, anonymous), {}, moment);
  const [entry, born] = [raw(`t.${system.entry}`), raw(`t.${system.born}`)];
  let positions = new Float64Array(1024);
  let count = 0;
  for (let last = -1; ; ) {
    signal?.throwIfAborted();
    const rows = await db.query<{ e: number; b: number }>(sql`
      select ${entry} as e, ${born} as b from ${raw(tableOf(register.id))} t
      where ${where} and ${born} > ${last}::bigint order by ${born} limit ${pageSize}`);
    if (count + rows.length > positions.length) {
      const grown = new Float64Array((count + rows.length) * 2);
      grown.set(positions);
      positions = grown;
    }
    for (const { e } of rows) positions[count++] = e;
    if (rows.length < pageSize) break;
    last = rows.at(-1)!.b;
  }
  const sorted = positions.slice(0, count).sort();
  let kept = 0;
  for (let i = 0; i < count; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  return sorted.slice(0, kept);
}
