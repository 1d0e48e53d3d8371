import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import { hashLength } from './merkle-hash.ts';
import type { GrownTile, TileSource } from './tile-tree.ts';

/** A tile that the tree must have is not there, or is shorter than it must be. */
export class TileMissingError extends Error {
  readonly level: number;
  readonly index: number;

  constructor(level: number, index: number) {
    super(`Tile ${level}/${index} of the log's tree is missing or too short`);
    this.name = 'TileMissingError';
    this.level = level;
    this.index = index;
  }
}

/** Tiles as the database has them, cut to the width asked for; each is read once in the life of the source. */
export function storedTiles(db: Queryable): TileSource {
  const read = new Map<string, Promise<Uint8Array | undefined>>();
  return async ({ level, index, width }) => {
    const key = `${level}/${index}`;
    const found = read.get(key) ?? readTile(db, level, index);
    read.set(key, found);
    const bytes = await found;
    if (bytes === undefined || bytes.length < width * hashLength) throw new TileMissingError(level, index);
    return bytes.subarray(0, width * hashLength);
  };
}

async function readTile(db: Queryable, level: number, index: number): Promise<Uint8Array | undefined> {
  const [row] = await db.query<{ hashes: Uint8Array }>(
    sql`select hashes from ufuq.tile where level = ${level}::smallint and number = ${index}::bigint`,
  );
  return row?.hashes;
}

export async function storeTiles(tx: Queryable, tiles: readonly GrownTile[]): Promise<void> {
  await tx.query(sql`
    insert into ufuq.tile (level, number, hashes)
    select * from unnest(
      ${tiles.map(({ level }) => level)}::smallint[], ${tiles.map(({ index }) => index)}::bigint[],
      ${tiles.map(({ hashes }) => hashes)}::bytea[]
    ) on conflict (level, number) do update set hashes = excluded.hashes`);
}

/** A source in which tiles that have just grown stand before those of another. */
export function grownOver(tiles: readonly GrownTile[], source: TileSource): TileSource {
  const grown = new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
  return async (address) => {
    const bytes = grown.get(`${address.level}/${address.index}`);
    return bytes?.subarray(0, address.width * hashLength) ?? (await source(address));
  };
}
