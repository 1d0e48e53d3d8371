import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { Position } from './entry.ts';
import { formatInstant } from './instant.ts';

/** Channel on which every commit tells the new head of the log. */
export const logChannel = 'ufuq_log';

export interface BatchHead {
  readonly actor: string;
  readonly legalBasis: string | null;
  readonly cause: string;
  readonly recordedAt: Date;
}

/**
 * Takes the head of the log and keeps every other writer waiting until the transaction ends, so that
 * positions have no gaps and follow the order of commits. Returns the position of the last entry.
 */
export async function lockHead(tx: Queryable): Promise<Position> {
  const [row] = await tx.query<{ position: number }>(sql`select position from ufuq.head for update`);
  return Number(row!.position);
}

/** A batch whose entries first..last are appended. */
export interface SealedBatch extends BatchHead {
  readonly first: Position;
  readonly last: Position;
}

/** Closes a batch whose entries first..last were appended: moves the head, dates the batch, tells who listens. */
export async function sealBatch(
  tx: Queryable,
  first: Position,
  last: Position,
  head: BatchHead,
): Promise<void> {
  const { parts, tell } = sealing([{ ...head, first, last }]);
  for (const [, statement] of parts) await tx.query(statement);
  await tx.query(tell);
}

/** The statements that close batches, in their order: what changes data, and what tells who listens. */
export function sealing(batches: readonly SealedBatch[]): { parts: readonly Companion[]; tell: Sql } {
  const { last } = batches.at(-1)!;
  const recordedAt = batches.map((batch) => formatInstant(batch.recordedAt.getTime()));
  const insert = sql`insert into ufuq.batch (first, last, recorded_at, actor, legal_basis, cause)
    select b.first, b.last,
      greatest(b.recorded_at, (select recorded_at from ufuq.batch order by last desc limit 1)),
      b.actor, b.legal_basis, b.cause
    from unnest(
      ${batches.map((batch) => batch.first)}::bigint[], ${batches.map((batch) => batch.last)}::bigint[],
      ${recordedAt}::timestamptz[], ${batches.map(({ actor }) => actor)}::text[],
      ${batches.map(({ legalBasis }) => legalBasis)}::text[], ${batches.map(({ cause }) => cause)}::text[]
    ) as b (first, last, recorded_at, actor, legal_basis, cause)`;
  return {
    parts: [
      ['head', sql`update ufuq.head set position = ${last}::bigint`],
      ['batches', insert],
    ],
    tell: sql`select pg_notify(${logChannel}, ${String(last)})`,
  };
}

/** A statement that changes data, with the name that it has beside others in one `with`. */
export type Companion = readonly [name: string, statement: Sql];

/** Remembers the position of a register's last change, for the ETags of its lists. */
export async function touchRegister(
  tx: Queryable,
  registerNumber: number,
  position: Position,
): Promise<void> {
  await tx.query(touching([[registerNumber, position]]));
}

/** The statement that remembers the positions of the last changes of registers. */
export function touching(changes: readonly (readonly [registerNumber: number, position: Position])[]): Sql {
  return sql`update ufuq.register r set last_change = c.position
    from unnest(${changes.map(([number]) => number)}::int[], ${changes.map(([, position]) => position)}::bigint[])
      as c (number, position) where r.number = c.number`;
}

/** Chunks of lines as a COPY wants them: joined, so that a line is not a message of its own. */
export async function* inChunks(lines: Iterable<string>, linesPerChunk = 500): AsyncIterable<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    if (chunk.push(line) < linesPerChunk) continue;
    yield chunk.join('');
    chunk = [];
  }
  if (chunk.length > 0) yield chunk.join('');
}
