import sql from 'sql-template-tag';
import { openDatabase } from '../../../src/kernel/db/open-database.ts';
import type { Ground } from './ground.ts';

/** One record of the ground: the number that peers know it by, and the id that we do. */
export interface GroundRecord {
  readonly gid: number;
  readonly id: string;
}

const many = 1000;

/** A thousand records, spread over the whole; the same ones every time. */
export async function someRecords({ url, count }: Ground): Promise<readonly GroundRecord[]> {
  const step = Math.max(1, Math.floor(count / many));
  const gids = Array.from({ length: Math.min(many, count) }, (_, i) => 1 + i * step);
  const database = await openDatabase({ url, connections: 1 });
  try {
    return await database.query<{ gid: number; id: string }>(
      sql`select gid, id from public.parcels where gid = any(${gids}) order by gid`,
    );
  } finally {
    await database.close();
  }
}
