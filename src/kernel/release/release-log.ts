import sql from 'sql-template-tag';
import { anonymous } from '../access/caller.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import { checkpointAt, type StoredCheckpoint } from '../log/proof/checkpoint-store.ts';
import { leafText } from '../log/proof/leaf.ts';
import { sealsAt } from '../log/proof/leaf-block.ts';
import { instantText, loggedEntriesAt } from '../log/proof/logged-entry.ts';
import { type Hash, hashLeaf } from '../log/proof/merkle-hash.ts';
import { storedTiles } from '../log/proof/tile-store.ts';
import { type TileSource, TileTree } from '../log/proof/tile-tree.ts';
import { isEnvelopeOpen } from '../log/proof/visible-payload.ts';
import type { Registry } from '../register/register.ts';
import type { ManifestLog } from './manifest.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const pauseMs = 100;

/** The smallest signed tree that has the position, waiting for it some seconds. @throws {Problem} `busy` */
export async function provenTree(
  db: Queryable,
  position: Position,
  {
    patienceMs = 10_000,
    signal,
  }: { readonly patienceMs?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<StoredCheckpoint> {
  for (let waited = 0; ; waited += pauseMs) {
    signal?.throwIfAborted();
    const checkpoint = await checkpointAt(db, position);
    if (checkpoint) return checkpoint;
    if (waited >= patienceMs) throw new Problem('busy');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** When the entry at a position was recorded, as the log spells it. */
export async function recordedAtOf(db: Queryable, position: Position): Promise<string> {
  const [row] = await db.query<{ at: string }>(
    sql`select recorded_at as at from ufuq.batch where last >= ${position}::bigint order by last limit 1`,
  );
  if (!row) throw new Problem('not-found');
  return instantText(row.at);
}

/** What the manifest says of the log: the signed tree, and that the position's tree is its beginning. */
export async function releaseLog(
  database: Database,
  registry: Registry,
  checkpoint: StoredCheckpoint,
  position: Position,
): Promise<ManifestLog> {
  const [row] = await database.query<{ origin: string }>(sql`select origin from ufuq.log_origin`);
  const tree = new TileTree(checkpoint.size, storedTiles(database));
  const [entry] = await loggedEntriesAt(database, [position]);
  const seal = (await sealsAt(database, [position]))(position);
  if (!entry || !seal) throw new Problem('busy');
  const { register, record } = entry.envelope;
  const leaf = leafText(entry.envelope, seal.commitment);
  return {
    origin: row!.origin,
    size: checkpoint.size,
    root: base64(checkpoint.root),
    positionRoot: base64(await tree.rootAt(position)),
    consistency: (await tree.consistencyProof(position)).map(base64),
    head: {
      hash: base64(hashLeaf(leaf)),
      ...(isEnvelopeOpen(registry, anonymous, register, record) && { leaf }),
      inclusion: (await tree.inclusionProof(position - 1)).map(base64),
    },
  };
}

/** Tiles that one source keeps in memory before another takes over: four megabytes of hashes. */
const mostTiles = 512;

/** Hashes of many ranges of a tree, read from left to right with bounded memory. */
export async function* hashesOfRanges(
  db: Queryable,
  size: number,
  ranges: Iterable<{ readonly start: number; readonly end: number }>,
): AsyncGenerator<Hash> {
  let seen = new Set<string>();
  let inner = storedTiles(db);
  const source: TileSource = (address) => {
    const key = `${address.level}/${address.index}`;
    if (!seen.has(key) && seen.size >= mostTiles) {
      seen = new Set();
      inner = storedTiles(db);
    }
    seen.add(key);
    return inner(address);
  };
  const tree = new TileTree(size, source);
  for (const range of ranges) yield await tree.rangeHash(range);
}
