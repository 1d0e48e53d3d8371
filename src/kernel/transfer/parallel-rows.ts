import sql, { raw } from 'sql-template-tag';
import type { Database, Queryable } from '../db/database.ts';
import { bulkRowColumns } from '../log/bulk-encoder.ts';
import type { Shift } from '../log/bulk-positions.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { createIndexes, createTable, dropTable, renameTable } from '../register/table.ts';
import { ByteQueue } from './byte-queue.ts';
import type { RowLoad } from './row-load.ts';
import { Signal } from './signal.ts';

/** Ids of tables that belong to no register yet; no register's id can begin like this. */
export const provisionalPrefix = '~import-';

/**
 * Loads the rows of a new register over a second connection, into a table that nobody sees: while the file is read, and
 * while the first connection fills the log. The table gets its name in the transaction that holds the log; what a crash
 * leaves behind is a table under a provisional name, which `dropLeftovers` removes.
 */
export class ParallelRows implements RowLoad {
  private readonly register: Register;
  private readonly provisional: Register;
  private readonly queue = new ByteQueue();
  private readonly shift = new Signal<Shift>();
  private readonly work: Promise<void>;
  private readonly database: Database;

  constructor(database: Database, register: Register, name: string) {
    this.database = database;
    this.register = register;
    this.provisional = { ...register, id: `${provisionalPrefix}${name}` };
    this.work = database.transaction((tx) => this.run(tx));
    this.work.catch((error) => this.queue.fail(error));
  }

  private async run(tx: Queryable): Promise<void> {
    const table = this.provisional;
    await createTable(tx, table);
    await tx.copyTuplesIn(`${tableOf(table.id)} (${bulkRowColumns(table)})`, this.queue);
    const { by } = await this.shift.given;
    if (by !== 0)
      await tx.query(sql`update ${raw(tableOf(table.id))} set
        ${raw(system.entry)} = ${raw(system.entry)} + ${by}::bigint, ${raw(system.born)} = ${raw(system.born)} + ${by}::bigint,
        ${raw(system.knownFrom)} = ${raw(system.knownFrom)} + ${by}::bigint`);
    await createIndexes(tx, table);
    await tx.query(raw(`analyze ${tableOf(table.id)}`));
  }

  add(tuples: Uint8Array): Promise<void> {
    return this.queue.add(tuples);
  }

  /** Lets the indexes be built; the log is filled meanwhile, so this does not wait for them. */
  begin(shift: Shift): void {
    this.queue.close();
    this.shift.give(shift);
  }

  async load(tx: Queryable): Promise<void> {
    await this.work;
    await renameTable(tx, this.provisional, this.register.id);
  }

  /** Undoes a load that did not become the register's: rolls it back, or drops what it has committed. */
  async end(): Promise<void> {
    const given = new Error('the import ended before its rows were loaded');
    this.queue.fail(given);
    this.shift.fail(given);
    const isCommitted = await this.work.then(
      () => true,
      () => false,
    );
    if (isCommitted) await dropTable(this.database, this.provisional.id);
  }
}
