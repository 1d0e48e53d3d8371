import sql from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import { headOf } from '../log/head.ts';
import { parseInstant, sqlInstant } from '../log/instant.ts';
import type { Register } from '../register/register.ts';
import type { Moment } from './moment.ts';
import type { Question } from './question.ts';

/**
 * The two times of a question, resolved. Without `datetime` a register of states is asked about now, one of events
 * about all times; without `asOf` the answer is what is known at the head of the log.
 */
export async function momentOf(
  db: Queryable,
  register: Register,
  question: Pick<Question, 'datetime' | 'asOf'>,
  fixed: { readonly now: number; readonly position?: Position },
): Promise<Moment> {
  const position = fixed.position ?? (await positionOf(db, question.asOf));
  return { ...resolveTime(register, question, fixed.now), position };
}

/** Valid time asked for, in milliseconds. */
export function resolveTime(
  register: Register,
  { datetime }: Pick<Question, 'datetime'>,
  now: number,
): Pick<Moment, 'from' | 'to'> {
  if (datetime)
    return {
      from: bound(datetime.from, Number.NEGATIVE_INFINITY),
      to: bound(datetime.to, Number.POSITIVE_INFINITY),
    };
  if (register.validTime.kind === 'event')
    return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return { from: now, to: now };
}

/** Position that `asOf` stands for; the head of the log without one. */
export async function positionOf(db: Queryable, asOf: Question['asOf']): Promise<Position> {
  if (typeof asOf === 'number') return asOf;
  return asOf === undefined ? headOf(db) : positionAt(db, bound(asOf, 0));
}

/** Position of the last entry that was recorded up to an instant (milliseconds). */
export async function positionAt(db: Queryable, instant: number): Promise<Position> {
  const [row] = await db.query<{ position: number }>(sql`
    select coalesce(max(last), 0) as position from ufuq.batch
    where recorded_at <= ${sqlInstant(instant)}::timestamptz`);
  return Number(row!.position);
}

/** Position of the last entry that erased another; 0 where nothing was. */
export async function lastErasure(db: Queryable): Promise<Position> {
  const [row] = await db.query<{ position: number }>(
    sql`select coalesce(max(entry), 0) as position from ufuq.erasure`,
  );
  return Number(row!.position);
}

function bound(text: string | null, open: number): number {
  if (text === null) return open;
  const instant = parseInstant(text);
  if (instant === undefined)
    throw new Problem('invalid-parameter', {}, [
      { pointer: 'parameter:datetime', code: 'type-timestamp', params: { value: text } },
    ]);
  return instant;
}
