import { randomFillSync } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { headOf } from '../head.ts';
import { type Checkpoint, checkpointText } from './checkpoint.ts';
import { checkpointAt, storeCheckpoint } from './checkpoint-store.ts';
import { ForkError, forkState } from './fork-guard.ts';
import type { KeyRing } from './key-ring.ts';
import { commitmentOf, leafText, saltLength } from './leaf.ts';
import { appendSeals } from './leaf-block.ts';
import { loggedEntries } from './logged-entry.ts';
import { hashLeaf, isSameHash } from './merkle-hash.ts';
import { formatNote } from './note.ts';
import { signText } from './signing-key.ts';
import { grownOver, storedTiles, storeTiles } from './tile-store.ts';
import { growTiles, TileTree } from './tile-tree.ts';

/** The stored tree is not the one that was signed, or the log has a hole: nothing more is signed until somebody looks. */
export class ProofBrokenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ProofBrokenError';
  }
}

/** Advisory lock that the one process holds which sequences: "ufuq" in ASCII, and 2. */
const lock = { room: 0x75667571, number: 2 };

/** `sequenced` is the size of the tree now; `isBehind` says that there is more to do; undefined: another process is at it. */
export interface Progress {
  readonly sequenced: Position;
  readonly isBehind: boolean;
  /** What is signed once the transaction is committed; undefined where nothing is. */
  readonly signed?: Checkpoint;
}

export interface ChunkOptions {
  readonly keys: KeyRing;
  readonly now: Date;
  readonly most: number;
  /** What these keys signed last, as they remember it. */
  readonly remembered?: Checkpoint | undefined;
  /** Fills salts; the system's random source by default. */
  readonly fillSalts?: (salts: Uint8Array, after: Position) => void;
}

/**
 * Takes the next entries of the log into the tree, at most `most` of them, and signs a checkpoint. Salts, commitments,
 * tiles and checkpoint are one transaction: after a kill the tree is as it was before or after.
 * @throws {ProofBrokenError} {ForkError}
 */
export async function sequenceChunk(
  tx: Queryable,
  { keys, now, most, remembered, fillSalts = (salts) => void randomFillSync(salts) }: ChunkOptions,
): Promise<Progress | undefined> {
  const [held] = await tx.query<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lock.room}::int, ${lock.number}::int) as got`,
  );
  if (!held!.got) return undefined;
  const head = await headOf(tx);
  const before = await checkpointAt(tx);
  const size = before?.size ?? 0;
  const fork = await forkState(tx, keys.origin, remembered);
  if (fork.kind !== 'continues') throw new ForkError(fork);
  const upTo = Math.min(head, size + most);
  if (upTo < size) throw new ProofBrokenError(`The log has ${upTo} entries and ${size} were signed`);
  if (upTo === size) return { sequenced: size, isBehind: false };

  const tiles = storedTiles(tx);
  // What was signed once is never contradicted by what is signed now.
  if (before && !isSameHash(await new TileTree(size, tiles).root(), before.root))
    throw new ProofBrokenError(`The stored tree of ${size} entries is not the one that was signed`);
  const entries = await loggedEntries(tx, { after: size, upTo });
  const gap = entries.findIndex(({ envelope }, i) => envelope.position !== size + 1 + i);
  if (gap >= 0 || entries.length !== upTo - size)
    throw new ProofBrokenError(`The log lacks entry ${size + 1 + (gap < 0 ? entries.length : gap)}`);

  const salts = new Uint8Array(entries.length * saltLength);
  fillSalts(salts, size);
  const seals = entries.map(({ body }, i) => {
    const salt = salts.subarray(i * saltLength, (i + 1) * saltLength);
    return { salt, commitment: commitmentOf(salt, body) };
  });
  const leaves = entries.map(({ envelope }, i) => hashLeaf(leafText(envelope, seals[i]!.commitment)));
  const grown = await growTiles(size, leaves, tiles);
  const root = await new TileTree(upTo, grownOver(grown, tiles)).root();
  const signed = { origin: keys.origin, size: upTo, root };
  const text = checkpointText(signed);
  const note = formatNote({ text, signatures: keys.signersAt(now).map((key) => signText(key, text)) });
  await appendSeals(tx, size, seals);
  await storeTiles(tx, grown);
  await storeCheckpoint(tx, signed, note, now);
  return { sequenced: upTo, isBehind: upTo < head, signed };
}
