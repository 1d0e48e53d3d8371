import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Finding } from './finding.ts';
import { type Hash, hashesOf, isSameHash, rootOfHashes } from './merkle-hash.ts';
import { tilePath, tileWidth } from './tile-address.ts';

/** Hashes of the tiles of one level above the leaves, in order. */
export async function levelOf(db: Queryable, level: number): Promise<readonly Hash[]> {
  const rows = await db.query<{ number: number; hashes: Uint8Array }>(
    sql`select number, hashes from ufuq.tile where level = ${level}::smallint order by number`,
  );
  const hashes: Hash[] = [];
  for (const row of rows)
    for (const [i, hash] of hashesOf(row.hashes).entries()) hashes[Number(row.number) * tileWidth + i] = hash;
  return hashes;
}

/** Compares every stored tile above the leaves with the one that the blocks below lead to. */
export async function checkUpperTiles(db: Queryable, blockRoots: readonly Hash[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  let right = blockRoots;
  for (let level = 1; right.length > 0; level++) {
    const stored = await levelOf(db, level);
    const wrong = new Set<number>();
    for (const [i, hash] of right.entries())
      if (!stored[i] || !isSameHash(stored[i], hash)) wrong.add(Math.floor(i / tileWidth));
    for (const tile of wrong) findings.push({ kind: 'tile', tile: `${level}/${tilePath(tile)}` });
    right = Array.from({ length: Math.floor(right.length / tileWidth) }, (_, i) =>
      rootOfHashes(right.slice(i * tileWidth, (i + 1) * tileWidth)),
    );
  }
  return findings;
}
