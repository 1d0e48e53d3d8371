import sql from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { Position } from './entry.ts';

/** Position of the last entry that is committed; 0 where there is none. */
export async function headOf(db: Queryable): Promise<Position> {
  const [row] = await db.query<{ position: number }>(sql`select position from ufuq.head`);
  return Number(row!.position);
}
