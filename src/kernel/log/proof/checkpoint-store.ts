import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Checkpoint } from './checkpoint.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** A checkpoint as it is stored. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly madeAt: string;
  /** The signed note, without what witnesses added. */
  readonly note: string;
}

interface CheckpointRow {
  readonly size: number;
  readonly root: Uint8Array;
  readonly made_at: string;
  readonly note: string;
}

const storedCheckpoint = ({ size, root, made_at, note }: CheckpointRow): StoredCheckpoint => ({
  size: Number(size),
  root,
  madeAt: made_at,
  note,
});

export async function storeCheckpoint(
  tx: Queryable,
  { size, root }: Checkpoint,
  note: string,
  madeAt: Date,
): Promise<void> {
  await tx.query(sql`
    insert into ufuq.checkpoint (size, root, made_at, note)
    values (${size}::bigint, ${root}::bytea, ${madeAt}::timestamptz, ${note})`);
}

/** The checkpoint of the largest tree, or of the smallest that has at least `size` entries. */
export async function checkpointAt(db: Queryable, size?: number): Promise<StoredCheckpoint | undefined> {
  const [row] = await db.query<CheckpointRow>(
    size === undefined
      ? sql`select size, root, made_at, note from ufuq.checkpoint order by size desc limit 1`
      : sql`select size, root, made_at, note from ufuq.checkpoint where size >= ${size}::bigint order by size limit 1`,
  );
  return row && storedCheckpoint(row);
}

/** The largest checkpoint of at least `size` entries that a witness signed; undefined where there is none. */
export async function witnessedCheckpoint(
  db: Queryable,
  size: number,
): Promise<StoredCheckpoint | undefined> {
  const [row] = await db.query<CheckpointRow>(sql`
    select size, root, made_at, note from ufuq.checkpoint
    where size = (select max(size) from ufuq.cosignature where size >= ${size}::bigint)`);
  return row && storedCheckpoint(row);
}

/** All checkpoints, the smallest tree first. */
export async function allCheckpoints(db: Queryable): Promise<StoredCheckpoint[]> {
  const rows = await db.query<CheckpointRow>(
    sql`select size, root, made_at, note from ufuq.checkpoint order by size`,
  );
  return rows.map(storedCheckpoint);
}

/** A checkpoint's note with the lines of the witnesses under it. */
export async function witnessedNote(db: Queryable, checkpoint: StoredCheckpoint): Promise<string> {
  const rows = await db.query<{ line: string }>(
    sql`select line from ufuq.cosignature where size = ${checkpoint.size}::bigint order by received_at, vkey`,
  );
  return checkpoint.note + rows.map(({ line }) => line).join('');
}

/** A key that signs, or once signed, the log's checkpoints. */
export interface LogKey {
  readonly key: VerifierKey;
  readonly vkey: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Keys of the log, the oldest first; one that cannot be read is left out. */
export async function logKeys(db: Queryable): Promise<LogKey[]> {
  const rows = await db.query<{ vkey: string; valid_from: string; valid_to: string | null }>(
    sql`select vkey, valid_from, valid_to from ufuq.log_key order by valid_from, valid_to nulls last, vkey`,
  );
  return rows.flatMap(({ vkey, valid_from, valid_to }) => {
    const key = parseVerifierKey(vkey);
    return key ? [{ key, vkey, validFrom: valid_from, validTo: valid_to }] : [];
  });
}
