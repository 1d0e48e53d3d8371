import sql, { raw } from 'sql-template-tag';
import { stillKnown, systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import type { ImportServices } from './import-request.ts';

type Box = readonly [number, number, number, number];

/** Ids that a register has already, and where its records are, so that what does not belong there can be told. */
export async function takenRecords(
  { database }: Pick<ImportServices, 'database'>,
  register: Register,
): Promise<{ taken: ReadonlySet<string>; area?: Box }> {
  const isKnown = sql`${raw(system.knownTo)} = ${stillKnown}::bigint`;
  const table = raw(tableOf(register.id));
  const rows = await database.query<{ record: string }>(
    sql`select distinct ${raw(system.record)} as record from ${table} where ${isKnown}`,
  );
  const taken = new Set(rows.map(({ record }) => record));
  if (register.geometry === null) return { taken };
  const [box] = await database.query<{ west: number | null; south: number; east: number; north: number }>(sql`
    select ST_XMin(e) as west, ST_YMin(e) as south, ST_XMax(e) as east, ST_YMax(e) as north
    from (select ST_Extent(${raw(system.geometry)}) as e from ${table} where ${isKnown}) as extent`);
  if (!box || box.west === null) return { taken };
  return { taken, area: [box.west - 1, box.south - 1, box.east + 1, box.north + 1] };
}
