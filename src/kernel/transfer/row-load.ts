import type { Queryable } from '../db/database.ts';
import type { Shift } from '../log/bulk-positions.ts';

/** Where the rows of a new or standing register go while the log is not held yet. */
export interface RowLoad {
  add(tuples: Uint8Array): Promise<void>;
  /** Told where the positions ended up, before the log is filled. */
  begin(shift: Shift): void;
  /** Puts the rows into the register's table as part of the transaction that holds the log. */
  load(tx: Queryable, shift: Shift, signal?: AbortSignal): Promise<void>;
  /** Frees what the load held; undoes it where the transaction did not come to its end. */
  end(): Promise<void>;
}
