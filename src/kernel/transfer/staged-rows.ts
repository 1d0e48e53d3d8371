import { raw } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { bulkRowColumns } from '../log/bulk-encoder.ts';
import type { Shift } from '../log/bulk-positions.ts';
import { tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { createIndexes, createTable } from '../register/table.ts';
import type { RowLoad } from './row-load.ts';
import { StagedTuples } from './staged-tuples.ts';

/** Rows that wait in a file and are loaded by the transaction itself: for one connection, or a table that others use. */
export class StagedRows implements RowLoad {
  private readonly register: Register;
  private readonly isNew: boolean;
  private readonly staged: StagedTuples;

  private constructor(register: Register, isNew: boolean, staged: StagedTuples) {
    this.register = register;
    this.isNew = isNew;
    this.staged = staged;
  }

  static async create(register: Register, isNew: boolean, path: string): Promise<StagedRows> {
    return new StagedRows(register, isNew, await StagedTuples.create(path));
  }

  add(tuples: Uint8Array): Promise<void> {
    return this.staged.append(tuples);
  }

  begin(): void {}

  async load(tx: Queryable, shift: Shift, signal?: AbortSignal): Promise<void> {
    if (this.isNew) await createTable(tx, this.register);
    const target = `${tableOf(this.register.id)} (${bulkRowColumns(this.register)})`;
    await tx.copyTuplesIn(target, this.staged.tuples(shift, signal));
    if (this.isNew) await createIndexes(tx, this.register);
    await tx.query(raw(`analyze ${tableOf(this.register.id)}`));
  }

  end(): Promise<void> {
    return this.staged.close();
  }
}
