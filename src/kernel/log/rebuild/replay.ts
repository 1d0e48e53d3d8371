import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import { stillKnown } from '../../register/columns.ts';
import type { Register } from '../../register/register.ts';
import { Changeset } from '../changeset.ts';
import type { Body, Position } from '../entry.ts';
import { standingRows } from '../standing-rows.ts';
import { storeRows } from '../store-changes.ts';

/** A table that is made anew: the register under the provisional id of the table, and its number in the log. */
export interface Derived {
  readonly register: Register;
  readonly number: number;
}

interface EntryRow {
  readonly position: number;
  readonly register: number;
  readonly record: string;
  readonly from: number;
  readonly to: number;
  readonly body: string | null;
  readonly isErased: boolean;
}

/** Holds a place in the timeline for a body that was erased; its rows are removed at the end, as the erasure removed them. */
const erasedBody: Body = { properties: {}, geometry: null };

/**
 * Says the next entries of the log again, into the new tables: each is laid over what stood before it, as it was when it
 * was written.
 * @param upTo not between two entries of which one withdraws what the next says anew (`pieceEnd`)
 */
export async function replay(
  tx: Queryable,
  tables: readonly Derived[],
  after: Position,
  upTo: Position,
): Promise<void> {
  const rows = await tx.query<EntryRow>(sql`
    select e.position, e.register, e.record, e.body, x.position is not null as "isErased",
      (extract(epoch from e.valid_from) * 1000)::float8 as "from", (extract(epoch from e.valid_to) * 1000)::float8 as "to"
    from ufuq.entry e left join ufuq.erasure x on x.position = e.position
    where e.position > ${after}::bigint and e.position <= ${upTo}::bigint
      and e.register = any(${tables.map(({ number }) => number)}::int[])
    order by e.position`);
  const batches = await tx.query<{ last: number }>(sql`
    select last from ufuq.batch where last > ${after}::bigint and first <= ${upTo}::bigint order by last`);
  for (const { register, number } of tables) {
    const own = rows.filter((row) => Number(row.register) === number);
    if (own.length === 0) continue;
    const known = await standingRows(tx, register, new Set(own.map(({ record }) => record)));
    const changeset = new Changeset(register, number, known, stillKnown);
    let batch = 0;
    for (const row of own) {
      const position = Number(row.position);
      if (batches[batch] && position > Number(batches[batch]!.last)) changeset.beginBatch();
      while (batches[batch] && position > Number(batches[batch]!.last)) batch++;
      changeset.assert(row.record, { from: Number(row.from), to: Number(row.to) }, bodyOf(row), position);
    }
    await storeRows(tx, changeset);
  }
}

/** Where a piece of the log of at most `most` entries, or one more, may end. */
export async function pieceEnd(
  db: Queryable,
  after: Position,
  head: Position,
  most: number,
): Promise<Position> {
  const end = after + most;
  if (end >= head) return head;
  const [row] = await db.query<{ isAbsence: boolean }>(
    sql`select body is null as "isAbsence" from ufuq.entry where position = ${end}::bigint`,
  );
  return row?.isAbsence ? await pieceEnd(db, after, head, most + 1) : end;
}

function bodyOf({ body, isErased }: EntryRow): Body | null {
  if (isErased) return erasedBody;
  return body === null ? null : (JSON.parse(body) as Body);
}
