import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sql, { raw } from 'sql-template-tag';
import type { Database } from '../../../src/kernel/db/database.ts';
import { openDatabase } from '../../../src/kernel/db/open-database.ts';
import { benchFiles } from '../import/bench-files.ts';

/** The same generated parcels as a register of ours and as a plain table for everybody else, in one database. */
export interface Ground {
  readonly url: string;
  /** Id of our register. */
  readonly register: string;
  readonly count: number;
  /** West, south, east, north. */
  readonly extent: readonly [number, number, number, number];
}

const program = fileURLToPath(new URL('../../../bin/ufuq.js', import.meta.url));
const register = 'parcels-2';

/** Makes the database where it is missing; it stays for the next run. */
export async function raceGround(server: string, count: number): Promise<Ground> {
  const name = `ufuq_race_${count}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const maintenance = await openDatabase({ url: server, connections: 1 });
  const [found] = await maintenance.query(sql`select 1 from pg_database where datname = ${name}`);
  if (!found) {
    await maintenance.query(sql`create database ${raw(name)}`);
    await fill(url.href, count);
  }
  await maintenance.close();
  const database = await openDatabase({ url: url.href, connections: 1 });
  const extent = await extentOf(database);
  await database.close();
  return { url: url.href, register, count, extent };
}

async function fill(url: string, count: number): Promise<void> {
  const files = await benchFiles(count, ['flatgeobuf']);
  const data = mkdtempSync(join(tmpdir(), 'ufuq-race-'));
  const file = join(files.folder, files.names.flatgeobuf);
  const verb = ['import', file, '--create', '--database', url, '--data', data];
  execFileSync(process.execPath, [program, ...verb], { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(data, { recursive: true, force: true });
  const database = await openDatabase({ url, connections: 1 });
  const statements = [
    `create table public.parcels as select row_number() over (order by _born)::int as gid, _record as id,
       cadastral_number, land_use, "right", area_m2, registered, _geometry::geometry(Polygon, 4326) as geom
     from register."${register}"`,
    'alter table public.parcels add primary key (gid)',
    'create index parcels_geom on public.parcels using gist (geom)',
    'create index parcels_land_use on public.parcels (land_use)',
    'vacuum analyze public.parcels',
  ];
  for (const statement of statements) await database.query(raw(statement));
  await database.close();
}

async function extentOf(database: Database): Promise<Ground['extent']> {
  const [row] = await database.query<Record<'w' | 's' | 'e' | 'n', number>>(sql`
    select st_xmin(b) as w, st_ymin(b) as s, st_xmax(b) as e, st_ymax(b) as n
    from (select st_extent(geom)::box3d as b from public.parcels) x`);
  return [row!.w, row!.s, row!.e, row!.n];
}
