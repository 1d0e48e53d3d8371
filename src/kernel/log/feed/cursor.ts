import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import { Problem } from '../../errors.ts';
import type { Parser } from '../../http/parameters.ts';
import type { Position } from '../entry.ts';
import { headOf } from '../head.ts';
import { formatInstant, parseInstant } from '../instant.ts';

/** A cursor of the feed: a position, or the instant (a date: its first) from which on entries were recorded. */
export const sinceParameter: Parser<Position | string> = (text) => {
  if (/^\d{1,15}$/.test(text)) return { value: Number(text) };
  const instant = parseInstant(text.replace(' ', '+'));
  return instant === undefined ? { code: 'changes-since' } : { value: formatInstant(instant)! };
};

/**
 * The position that a cursor stands for.
 * @throws {Problem} `invalid-parameter` for one beyond the end: this is not the log that it was taken from
 */
export async function positionOfCursor(db: Queryable, since: Position | string): Promise<Position> {
  if (typeof since === 'string') {
    const [row] = await db.query<{ position: number }>(
      sql`select coalesce(max(last), 0) as position from ufuq.batch where recorded_at < ${since}::timestamptz`,
    );
    return Number(row!.position);
  }
  const head = await headOf(db);
  if (since <= head) return since;
  throw new Problem('invalid-parameter', {}, [
    { pointer: 'parameter:since', code: 'changes-ahead', params: { value: since, maximum: head } },
  ]);
}

/** As `positionOfCursor`, of a cursor as somebody wrote it. */
export async function sincePosition(db: Queryable, text: string): Promise<Position> {
  const parsed = sinceParameter(text);
  if ('value' in parsed) return await positionOfCursor(db, parsed.value);
  throw new Problem('invalid-parameter', {}, [
    { pointer: 'parameter:since', code: parsed.code, params: { value: text.slice(0, 80) } },
  ]);
}
