import { Readable } from 'node:stream';
import type { Sql } from 'sql-template-tag';
import { wholeLines } from './copy-lines.ts';
import { asCopyFiles, wholeTuples } from './copy-tuples.ts';
import type { Database, Queryable } from './database.ts';
import { inlined } from './inlined.ts';
import { OpenTransaction } from './open-transaction.ts';
import type { PgliteResult } from './pglite-messages.ts';
import { PgliteThread } from './pglite-thread.ts';
import { Turns } from './turns.ts';
import { parameterText, parserOf } from './values.ts';

function rowsOf<Row>(result: PgliteResult): Row[] {
  const parsers = result.types.map(parserOf);
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    values.forEach((value, index) => {
      row[result.names[index]!] = value === null ? null : parsers[index]!(value);
    });
    return row as Row;
  });
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The driver for the embedded database: one connection in a thread, its transactions one after another. */
export class PgliteDatabase implements Database {
  readonly engine = 'pglite';
  readonly #thread: PgliteThread;
  readonly #turns = new Turns();
  readonly #open = new OpenTransaction();
  readonly #channels = new Map<string, Set<(payload: string) => void>>();

  private constructor(thread: PgliteThread) {
    this.#thread = thread;
    thread.onNotification((channel, payload) => {
      for (const heard of this.#channels.get(channel) ?? []) heard(payload);
    });
  }

  /** Opens the store in `folder`, making it where it is missing; without a folder everything stays in memory. */
  static async open(folder?: string): Promise<PgliteDatabase> {
    return new PgliteDatabase(await PgliteThread.open(folder));
  }

  async query<Row>(statement: Sql): Promise<Row[]> {
    this.#open.forbid();
    return await this.#turns.take(() => this.#run<Row>(statement));
  }

  async copyIn(target: string, chunks: AsyncIterable<string | Uint8Array>): Promise<number> {
    return await this.transaction((tx) => tx.copyIn(target, chunks));
  }

  async copyTuplesIn(target: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    return await this.transaction((tx) => tx.copyTuplesIn(target, chunks));
  }

  async *copyTuplesOut(statement: Sql): AsyncGenerator<Uint8Array> {
    this.#open.forbid();
    const text = `copy (${inlined(statement)}) to '/dev/blob' (format binary)`;
    const { written } = (await this.#turns.take(() => this.#thread.ask({ kind: 'copy-out', text })))!;
    yield* wholeTuples(Readable.from([written!], { objectMode: true }));
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return await this.#open.run(() =>
      this.#turns.take(async () => {
        await this.#command('begin');
        try {
          return await this.#transact(work);
        } catch (error) {
          await this.#command('rollback').catch(() => {});
          throw error;
        }
      }),
    );
  }

  async #transact<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    let isVoid = false;
    const copy = async (target: string, pieces: AsyncIterable<Uint8Array>, isBinary = false) => {
      let rows = 0;
      try {
        for await (const lines of pieces)
          rows += (await this.#thread.ask({ kind: 'copy', target, lines, isBinary }))?.affectedRows ?? 0;
      } catch (error) {
        isVoid = true; // pieces before the failure are in already
        throw error;
      }
      return rows;
    };
    const result = await work({
      query: (statement) => this.#run(statement),
      copyIn: (target, chunks) => copy(target, wholeLines(chunks)),
      copyTuplesIn: (target, chunks) => copy(target, asCopyFiles(chunks), true),
    });
    if (isVoid || (await this.#command('commit')) !== 'COMMIT')
      throw new Error('The transaction was void because a statement in it had failed');
    return result;
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const known = this.#channels.get(channel);
    const listeners = known ?? new Set();
    this.#channels.set(channel, listeners.add(heard));
    if (known === undefined) await this.#turns.take(() => this.#command(`listen ${quoted(channel)}`));
    return async () => {
      listeners.delete(heard);
      if (listeners.size > 0) return;
      this.#channels.delete(channel);
      await this.#turns.take(() => this.#command(`unlisten ${quoted(channel)}`));
    };
  }

  /** Waits for the work that was asked for, then closes the store. */
  async close(): Promise<void> {
    await this.#turns.take(() => this.#thread.close());
  }

  async #run<Row>(statement: Sql): Promise<Row[]> {
    const values = statement.values.map(parameterText);
    return rowsOf((await this.#thread.ask({ kind: 'query', text: statement.text, values }))!);
  }

  async #command(text: string): Promise<string> {
    return (await this.#thread.ask({ kind: 'query', text, values: [] }))!.command;
  }
}
