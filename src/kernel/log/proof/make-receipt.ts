import sql, { type Sql } from 'sql-template-tag';
import type { Caller } from '../../access/caller.ts';
import { narrow } from '../../access/narrow.ts';
import type { Queryable } from '../../db/database.ts';
import { Problem } from '../../errors.ts';
import type { Registry } from '../../register/register.ts';
import type { Body, Position } from '../entry.ts';
import { recordPositions } from '../record-positions.ts';
import { checkpointAt, logKeys, witnessedCheckpoint, witnessedNote } from './checkpoint-store.ts';
import { leafText, payloadOf } from './leaf.ts';
import { sealsOf } from './leaf-block.ts';
import { loggedEntries } from './logged-entry.ts';
import { type Receipt, receiptType } from './receipt.ts';
import { storedTiles } from './tile-store.ts';
import { TileTree } from './tile-tree.ts';
import { sightOf } from './visible-payload.ts';

export interface ReceiptQuestion {
  readonly register: string;
  readonly record: string;
  /** The entry meant; the last one of the record by default. */
  readonly position?: Position;
  readonly caller: Caller;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/**
 * The receipt of an entry, under the latest checkpoint that witnesses signed, else under the latest of all.
 * @throws {Problem} `record-not-found`, `register-not-found`; `busy` where the entry is not in a signed tree yet
 */
export async function makeReceipt(
  db: Queryable,
  registry: Registry,
  question: ReceiptQuestion,
): Promise<Receipt> {
  const { record, caller } = question;
  const register = registry.require(question.register);
  narrow(register, caller);
  const missing = new Problem('record-not-found', { register: register.id, record });
  const position =
    question.position ??
    (await lastPosition(db, recordPositions(register, registry.numberOf(register.id), record)));
  if (position === undefined) throw missing;
  const one = { after: position - 1, upTo: position };
  const [entry] = await loggedEntries(db, one);
  if (entry?.envelope.register !== register.id || entry.envelope.record !== record) throw missing;
  const isErased = await wasErased(db, position);
  const body = entry.body === null ? null : (JSON.parse(entry.body) as Body);
  const sight = await sightOf(register, caller, { record, body });
  if (sight === 'nothing') throw missing;

  const checkpoint = (await witnessedCheckpoint(db, position)) ?? (await checkpointAt(db));
  const seal = (await sealsOf(db, one))(position);
  if (!checkpoint || checkpoint.size < position || !seal) throw new Problem('busy');
  const tree = new TileTree(checkpoint.size, storedTiles(db));
  const without = isErased ? 'erased' : sight === 'envelope' ? 'withheld' : undefined;
  return {
    type: receiptType,
    leaf: leafText(entry.envelope, seal.commitment),
    ...(without ? { without } : { body: payloadOf(entry.body), salt: base64(seal.salt) }),
    inclusion: (await tree.inclusionProof(position - 1)).map(base64),
    checkpoint: await witnessedNote(db, checkpoint),
    keys: (await logKeys(db)).map(({ vkey }) => vkey),
  };
}

async function lastPosition(db: Queryable, positions: Sql): Promise<Position | undefined> {
  const [row] = await db.query<{ position: number | null }>(
    sql`select max(p.position) as position from (${positions}) p`,
  );
  return row!.position === null ? undefined : Number(row!.position);
}

async function wasErased(db: Queryable, position: Position): Promise<boolean> {
  const rows = await db.query(sql`select from ufuq.erasure where position = ${position}::bigint`);
  return rows.length > 0;
}
