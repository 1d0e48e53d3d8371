import sql from 'sql-template-tag';
import { openDatabase } from '../../../src/kernel/db/open-database.ts';
import type { Answer, Running } from './contestant.ts';
import type { Ground } from './ground.ts';
import { boxesIn } from './urls.ts';

const asked = 5;

/** Whether answers hold records of the box, a hundred where there are so many, and count them right where they count. */
export async function sameFeatures(
  contestants: readonly Running[],
  ground: Ground,
): Promise<readonly string[]> {
  const database = await openDatabase({ url: ground.url, connections: 1 });
  const faults: string[] = [];
  try {
    for (const box of boxesIn(ground.extent, asked, 4711)) {
      const rows = await database.query<{ id: string }>(
        sql`select id from public.parcels where ST_Intersects(geom, ST_MakeEnvelope(${box[0]}, ${box[1]}, ${box[2]}, ${box[3]}, 4326))`,
      );
      const right = new Set(rows.map(({ id }) => id));
      for (const running of contestants.filter(({ items, ids }) => items && ids)) {
        const answer = (await (await fetch(running.url + running.items!(box))).json()) as Answer;
        const { ids, matched } = running.ids!(answer);
        const where = `${running.url}${running.items!(box)}`;
        if (ids.length !== Math.min(100, right.size))
          faults.push(`${where}: ${ids.length} records of ${right.size}`);
        const stray = ids.find((id) => !right.has(id));
        if (stray !== undefined) faults.push(`${where}: ${stray} is not in the box`);
        if (matched !== undefined && matched !== right.size)
          faults.push(`${where}: says ${matched}, there are ${right.size}`);
      }
    }
  } finally {
    await database.close();
  }
  return faults;
}
