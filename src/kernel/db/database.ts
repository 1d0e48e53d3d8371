import type { Sql } from 'sql-template-tag';

export interface QueryOptions {
  /** The same text comes again and again: it is parsed and planned once a connection. For statements without columns that may change. */
  readonly isPrepared?: boolean;
}

/** Anything that runs statements: the database itself or one of its transactions. */
export interface Queryable {
  /** Rows of one statement; `bigint` and `numeric` arrive as numbers where exact, else as strings. */
  query<Row = Record<string, unknown>>(statement: Sql, options?: QueryOptions): Promise<Row[]>;
  /**
   * Loads rows in PostgreSQL's COPY text format (tab-separated, `\N` for null, one line a row) as one statement.
   * `target` is `table (column, …)`, already quoted. Returns the number of rows.
   */
  copyIn(target: string, chunks: AsyncIterable<string | Uint8Array>): Promise<number>;
  /** As `copyIn`, in the binary format; each chunk holds whole tuples, without the header and trailer of a file. */
  copyTuplesIn(target: string, chunks: AsyncIterable<Uint8Array>): Promise<number>;
}

/** The one seam between Ufuq and its database; `pg.ts` and `pglite.ts` are the only ways through it. */
export interface Database extends Queryable {
  readonly engine: 'postgres' | 'pglite';
  /** Runs `work` in one transaction, committed when it resolves and rolled back when it throws. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /**
   * Rows of one statement in PostgreSQL's binary COPY format; each chunk holds whole tuples. They come as fast as they are
   * taken, where the engine can; the embedded one holds them all, so that long answers are asked for in parts.
   */
  copyTuplesOut(statement: Sql): AsyncIterable<Uint8Array>;
  /** Calls `heard` for each NOTIFY on `channel`; the returned function stops that. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
