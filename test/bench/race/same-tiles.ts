import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import sql from 'sql-template-tag';
import { openDatabase } from '../../../src/kernel/db/open-database.ts';
import type { Running } from './contestant.ts';
import type { Ground } from './ground.ts';
import { tilesIn } from './urls.ts';

const zoom = 14;
const asked = 4;
/** Tiles are 4,096 units wide and drawn 64 beyond; whoever rounds may be one off. */
const margin = 65 / 4096;

/**
 * Whether tiles hold what the database says they must: every parcel whose middle lies in the tile once, with what is known of
 * it, and none that lies beyond the margin.
 */
export async function sameTiles(contestants: readonly Running[], ground: Ground): Promise<readonly string[]> {
  const database = await openDatabase({ url: ground.url, connections: 1 });
  const faults: string[] = [];
  try {
    for (const [z, x, y] of tilesIn(ground.extent, zoom, 4711).slice(0, asked)) {
      const rows = await database.query<{ id: string; within: boolean; said: Record<string, unknown> }>(sql`
        with tile as (select ST_TileEnvelope(${z}, ${x}, ${y}) as inner, ST_TileEnvelope(${z}, ${x}, ${y}, margin => ${margin}) as outer)
        select id, ST_Intersects(ST_Transform(ST_Centroid(geom), 3857), tile.inner) as within,
          jsonb_build_object('cadastral_number', cadastral_number, 'land_use', land_use, 'right', "right", 'area_m2', area_m2) as said
        from public.parcels, tile where geom && ST_Transform(tile.outer, 4326) and ST_Intersects(ST_Transform(geom, 3857), tile.outer)`);
      const near = new Map(rows.map((row) => [row.id, row]));
      for (const running of contestants) faults.push(...(await faultsOf(running, [z, x, y], near)));
    }
  } finally {
    await database.close();
  }
  return faults;
}

async function faultsOf(
  { url, tile }: Running,
  [z, x, y]: readonly [number, number, number],
  near: ReadonlyMap<string, { readonly within: boolean; readonly said: Readonly<Record<string, unknown>> }>,
): Promise<readonly string[]> {
  const where = url + tile!(z, x, y);
  const bytes = new Uint8Array(await (await fetch(where)).arrayBuffer());
  const layers = Object.values(new VectorTile(new PbfReader(bytes)).layers);
  const seen = new Map<string, Readonly<Record<string, unknown>>>();
  let count = 0;
  for (const layer of layers)
    for (let i = 0; i < layer.length; i++, count++) {
      const { properties } = layer.feature(i);
      seen.set(String(properties.id), properties);
    }
  const faults: string[] = [];
  if (count !== seen.size) faults.push(`${where}: ${count} features of ${seen.size} parcels`);
  const missing = [...near].filter(([id, { within }]) => within && !seen.has(id));
  if (missing.length > 0)
    faults.push(`${where}: ${missing.length} of ${near.size} are missing, ${missing[0]![0]} among them`);
  const strays = [...seen.keys()].filter((id) => !near.has(id));
  if (strays.length > 0) faults.push(`${where}: ${strays.length} lie elsewhere, ${strays[0]} among them`);
  for (const [id, properties] of seen)
    for (const [name, value] of Object.entries(near.get(id)?.said ?? {}))
      if (String(properties[name] ?? null) !== String(value)) {
        faults.push(`${where}: ${name} of ${id} is ${properties[name]}, not ${value}`);
        return faults;
      }
  return faults;
}
