import sql, { raw } from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import { Problem } from '../../errors.ts';
import { quote, systemColumns as system, tableOf } from '../../register/columns.ts';
import type { Register } from '../../register/register.ts';
import { createIndexes, createTable, dropTable, renameTable } from '../../register/table.ts';
import type { Services } from '../../services.ts';
import type { Position } from '../entry.ts';
import { headOf } from '../head.ts';
import { lockHead } from '../log-batch.ts';
import { type Derived, pieceEnd, replay } from './replay.ts';
import { type DifferingRecord, differences, digestOf, type TableDigest } from './table-digest.ts';

/** Ids of tables that are being derived; no register's id can begin like this. */
const prefix = '~rebuild-';
const entriesAtATime = 2_000;

export interface RebuildRequest {
  /** Registers whose tables are derived; all by default. */
  readonly registers?: readonly string[];
  /** Only compare; the tables in use stay. */
  readonly isComparison: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Hears how far the log was read; `total` grows while others write. */
  readonly onProgress?: (progress: { readonly done: Position; readonly total: Position }) => void;
}

/** One register's table beside the one that follows from the log. */
export interface TableComparison {
  readonly register: string;
  readonly kept: TableDigest;
  readonly derived: TableDigest;
  readonly isSame: boolean;
  /** Some of the records that differ. */
  readonly examples: readonly DifferingRecord[];
}

export interface RebuildReport {
  /** Position of the log that was compared. */
  readonly position: Position;
  readonly tables: readonly TableComparison[];
  /** The derived tables are the ones in use now. */
  readonly isReplaced: boolean;
}

/**
 * Derives registers' tables anew from the log, beside those in use and without holding up writers, and compares the two at
 * one position. Then the derived ones take the place of the others, in one transaction; or, in a comparison, they go.
 * Stopped at any time it leaves everything as it was.
 * @throws {Problem} `register-not-found`, `conflict` where a declaration was changed meanwhile; what `signal` was aborted with
 */
export async function rebuildTables(services: Services, request: RebuildRequest): Promise<RebuildReport> {
  const { database, registry } = services;
  const ids = request.registers ?? registry.all().map(({ id }) => id);
  const registers = ids.map((id) => registry.require(id));
  const definitions = await definitionsOf(database, ids);
  const tables = registers.map((register): Derived => {
    const provisional = { ...register, id: `${prefix}${register.id}` };
    return { register: provisional, number: registry.numberOf(register.id) };
  });
  try {
    await database.transaction(async (tx) => {
      await dropDerived(tx);
      for (const { register } of tables) {
        await createTable(tx, register);
        await createIndexes(tx, register, ['record']); // Replaying asks for the rows of a record.
      }
    });
    let done = await replayAll(services, tables, request, 0);
    await database.transaction(async (tx) => {
      for (const { register } of tables) {
        await createIndexes(tx, register);
        await tx.query(raw(`analyze ${tableOf(register.id)}`));
      }
    });
    let compared: readonly TableComparison[] = [];
    await database.transaction(async (tx) => {
      // One snapshot of the log and of both tables, whoever writes meanwhile.
      await tx.query(sql`set transaction isolation level repeatable read`);
      done = await catchUp(tx, tables, done);
      compared = await compare(tx, registers);
    });
    request.signal?.throwIfAborted();
    if (!request.isComparison) {
      const position = await replayAll(services, tables, request, done);
      await database.transaction(async (tx) => {
        await lockHead(tx);
        const now = await definitionsOf(tx, ids);
        if (now !== definitions) throw new Problem('conflict', { what: ids.join(', ') });
        await replace(tx, registers, tables, position, compared);
      });
    }
    return { position: done, tables: compared, isReplaced: !request.isComparison };
  } finally {
    await database.transaction(dropDerived);
  }
}

/** Reads the log to where it ends, but for a piece that the next transaction takes: writers may be quicker than this. */
async function replayAll(
  { database }: Services,
  tables: readonly Derived[],
  { signal, onProgress }: RebuildRequest,
  from: Position,
): Promise<Position> {
  for (let done = from; ; ) {
    signal?.throwIfAborted();
    const total = await headOf(database);
    onProgress?.({ done, total });
    const after = done;
    if (total - after < entriesAtATime) return after;
    const upTo = await pieceEnd(database, after, total, entriesAtATime);
    await database.transaction((tx) => replay(tx, tables, after, upTo));
    done = upTo;
  }
}

/** What was written since; and what has been erased has no rows. */
async function catchUp(tx: Queryable, tables: readonly Derived[], done: Position): Promise<Position> {
  const head = await headOf(tx);
  for (let at = done; at < head; ) {
    const upTo = await pieceEnd(tx, at, head, entriesAtATime);
    await replay(tx, tables, at, upTo);
    at = upTo;
  }
  for (const { register } of tables)
    await tx.query(sql`
      delete from ${raw(tableOf(register.id))} where ${raw(system.entry)} in (select position from ufuq.erasure)`);
  return head;
}

async function compare(tx: Queryable, registers: readonly Register[]): Promise<readonly TableComparison[]> {
  const compared: TableComparison[] = [];
  for (const register of registers) {
    const other = tableOf(`${prefix}${register.id}`);
    const kept = await digestOf(tx, register);
    const derived = await digestOf(tx, register, other);
    const isSame = kept.rows === derived.rows && kept.checksum === derived.checksum;
    const examples = isSame ? [] : await differences(tx, register, other);
    compared.push({ register: register.id, kept, derived, isSame, examples });
  }
  return compared;
}

/** Puts the derived tables in the place of those in use, while nobody writes. */
async function replace(
  tx: Queryable,
  registers: readonly Register[],
  tables: readonly Derived[],
  done: Position,
  compared: readonly TableComparison[],
): Promise<void> {
  await catchUp(tx, tables, done);
  for (const [index, { id }] of registers.entries()) {
    const { register } = tables[index]!;
    await dropTable(tx, id);
    await renameTable(tx, register, id);
  }
  // Whoever keeps what a wrong table said, hears that the register is another one.
  const wrong = compared.filter(({ isSame }) => !isSame).map(({ register }) => register);
  await tx.query(sql`update ufuq.register set definition = definition where id = any(${wrong}::text[])`);
}

/** The declarations that stand, as one text: tables that were derived by others are of no use. */
async function definitionsOf(db: Queryable, ids: readonly string[]): Promise<string> {
  const rows = await db.query<{ said: string }>(sql`
    select number || definition::text as said from ufuq.register where id = any(${ids}::text[]) order by number`);
  return rows.map(({ said }) => said).join();
}

async function dropDerived(tx: Queryable): Promise<void> {
  const rows = await tx.query<{ name: string }>(sql`
    select tablename as name from pg_tables where schemaname = 'register' and starts_with(tablename, ${prefix})`);
  for (const { name } of rows) await tx.query(raw(`drop table if exists register.${quote(name)}`));
}
