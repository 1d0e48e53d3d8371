import sql from 'sql-template-tag';
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

/** Closes a batch whose entries first..last were appended: moves the head, dates the batch, tells who listens. */
export async function sealBatch(
  tx: Queryable,
  first: Position,
  last: Position,
  head: BatchHead,
): Promise<void> {
  const recordedAt = formatInstant(head.recordedAt.getTime());
  await tx.query(sql`update ufuq.head set position = ${last}`);
  await tx.query(sql`
    insert into ufuq.batch (first, last, recorded_at, actor, legal_basis, cause)
    select ${first}::bigint, ${last}::bigint,
      greatest(${recordedAt}::timestamptz, (select recorded_at from ufuq.batch order by last desc limit 1)),
      ${head.actor}::text, ${head.legalBasis}::text, ${head.cause}::text`);
  await tx.query(sql`select pg_notify(${logChannel}, ${String(last)})`);
}

/** Remembers the position of a register's last change, for the ETags of its lists. */
export async function touchRegister(
  tx: Queryable,
  registerNumber: number,
  position: Position,
): Promise<void> {
  await tx.query(sql`update ufuq.register set last_change = ${position} where number = ${registerNumber}`);
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
