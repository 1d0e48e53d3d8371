import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Sql } from 'sql-template-tag';
import { asCopyFile, wholeTuples } from './copy-tuples.ts';
import type { Database, Queryable, QueryOptions } from './database.ts';
import { asDatabaseError } from './database-error.ts';
import { inlined } from './inlined.ts';
import { OpenTransaction } from './open-transaction.ts';
import { PgListener } from './pg-listener.ts';
import { sessionSettings } from './pg-settings.ts';
import { parameterText, parserOf } from './values.ts';

export interface PgOptions {
  readonly url: string;
  /** Connections at most; 10 by default. */
  readonly connections?: number;
  /** Longest time that a statement outside of a transaction may take; no limit by default. */
  readonly statementMilliseconds?: number;
}

function textOf({ text, values }: Sql, { isPrepared = false }: QueryOptions = {}): pg.QueryConfig {
  return { text, values: values.map(parameterText), ...(isPrepared ? { name: nameOf(text) } : {}) };
}

const names = new Map<string, string>();

/** Name of a prepared statement: the beginning of its text's hash. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

async function copyThrough(
  client: pg.ClientBase,
  target: string,
  chunks: AsyncIterable<string | Uint8Array>,
  format: 'text' | 'binary' = 'text',
): Promise<number> {
  const stream = client.query(copyFrom(`copy ${target} from stdin (format ${format})`));
  try {
    await pipeline(Readable.from(chunks, { objectMode: true }), stream);
  } catch (error) {
    throw asDatabaseError(error);
  }
  return stream.rowCount;
}

/** The driver for PostgreSQL with PostGIS: a pool of connections. */
export class PgDatabase implements Database {
  readonly engine = 'postgres';
  readonly #pool: pg.Pool;
  readonly #listener: PgListener;
  readonly #open = new OpenTransaction();

  constructor(options: PgOptions) {
    const settings = { ...sessionSettings, statement_timeout: String(options.statementMilliseconds ?? 0) };
    const configuration: pg.PoolConfig = {
      connectionString: options.url,
      max: options.connections ?? 10,
      application_name: 'ufuq',
      options: Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      types: { getTypeParser: ((oid: number) => parserOf(oid)) as typeof pg.types.getTypeParser },
      connectionTimeoutMillis: 15_000,
    };
    this.#pool = new pg.Pool(configuration);
    // An idle connection that breaks is replaced by the pool; without a handler it would end the process.
    this.#pool.on('error', () => {});
    this.#listener = new PgListener(configuration);
  }

  async query<Row>(statement: Sql, options?: QueryOptions): Promise<Row[]> {
    this.#open.forbid();
    try {
      return (await this.#pool.query(textOf(statement, options))).rows as Row[];
    } catch (error) {
      throw asDatabaseError(error);
    }
  }

  async copyIn(target: string, chunks: AsyncIterable<string | Uint8Array>): Promise<number> {
    return await this.transaction((tx) => tx.copyIn(target, chunks));
  }

  async copyTuplesIn(target: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    return await this.transaction((tx) => tx.copyTuplesIn(target, chunks));
  }

  async *copyTuplesOut(statement: Sql): AsyncGenerator<Uint8Array> {
    this.#open.forbid();
    const client = await this.#pool.connect();
    // A connection that was left in the middle of an answer is of no use to the next.
    let isWhole = false;
    try {
      yield* wholeTuples(client.query(copyTo(`copy (${inlined(statement)}) to stdout (format binary)`)));
      isWhole = true;
    } catch (error) {
      throw asDatabaseError(error);
    } finally {
      client.release(!isWhole);
    }
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return await this.#open.run(async () => {
      const client = await this.#pool.connect();
      let broken: Error | undefined;
      // A connection that breaks between two statements says so here; the next statement then fails.
      const onError = (error: Error) => {
        broken = error;
      };
      client.on('error', onError);
      try {
        return await this.#transact(client, work);
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw asDatabaseError(error);
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    });
  }

  async #transact<T>(client: pg.PoolClient, work: (tx: Queryable) => Promise<T>): Promise<T> {
    await client.query('begin; set local statement_timeout = 0');
    const result = await work({
      query: async <Row>(statement: Sql, options?: QueryOptions) => {
        try {
          return (await client.query(textOf(statement, options))).rows as Row[];
        } catch (error) {
          throw asDatabaseError(error);
        }
      },
      copyIn: (target, chunks) => copyThrough(client, target, chunks),
      copyTuplesIn: (target, chunks) => copyThrough(client, target, asCopyFile(chunks), 'binary'),
    });
    // A statement that failed and was caught leaves the transaction void: COMMIT then rolls back and says so.
    const { command } = await client.query('commit');
    if (command !== 'COMMIT')
      throw new Error('The transaction was void because a statement in it had failed');
    return result;
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    return await this.#listener.listen(channel, heard);
  }

  async close(): Promise<void> {
    await this.#listener.close();
    await this.#pool.end();
  }
}
