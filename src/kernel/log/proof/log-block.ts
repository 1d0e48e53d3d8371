import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { type CheckedEntry, checkEntry } from './entry-check.ts';
import { sealsOf } from './leaf-block.ts';
import { erasures, loggedEntries } from './logged-entry.ts';
import { type Hash, hashesOf } from './merkle-hash.ts';
import { tileWidth } from './tile-address.ts';

/** Up to 256 entries with the tile that stands for them. */
export interface LogBlock {
  readonly index: number;
  readonly entries: readonly CheckedEntry[];
  /** Hashes of the stored tile of level 0; fewer than entries where it is too short. */
  readonly tile: readonly Hash[];
}

const blocksPerRead = 16;

/** Reads a log of `size` entries block by block, each entry hashed anew. */
export async function* logBlocks(db: Queryable, size: number): AsyncIterable<LogBlock> {
  const erased = await erasedPositions(db);
  for (let start = 0; start < size; start += blocksPerRead * tileWidth) {
    const span = { after: start, upTo: Math.min(size, start + blocksPerRead * tileWidth) };
    const entries = new Map((await loggedEntries(db, span)).map((entry) => [entry.envelope.position, entry]));
    const sealOf = await sealsOf(db, span);
    const tiles = await leafTiles(db, start / tileWidth);
    for (let first = start; first < span.upTo; first += tileWidth) {
      const index = first / tileWidth;
      const count = Math.min(tileWidth, span.upTo - first);
      const checked = Array.from({ length: count }, (_, i) => {
        const position = first + 1 + i;
        return checkEntry(position, entries.get(position), sealOf(position), erased.has(position));
      });
      yield { index, entries: checked, tile: hashesOf(tiles.get(index) ?? new Uint8Array(0)) };
    }
  }
}

/** Positions of which the log itself says that their bodies were erased. */
export async function erasedPositions(db: Queryable): Promise<ReadonlySet<Position>> {
  const rows = await db.query<{ record: string }>(
    sql`select record from ufuq.entry where register = ${erasures.number} order by position`,
  );
  return new Set(rows.map(({ record }) => Number(record)));
}

async function leafTiles(db: Queryable, first: number): Promise<ReadonlyMap<number, Uint8Array>> {
  const rows = await db.query<{ number: number; hashes: Uint8Array }>(sql`
    select number, hashes from ufuq.tile
    where level = 0 and number between ${first}::bigint and ${first + blocksPerRead - 1}::bigint`);
  return new Map(rows.map(({ number, hashes }) => [Number(number), hashes]));
}
