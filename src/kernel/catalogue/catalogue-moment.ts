import sql from 'sql-template-tag';
import type { Clock } from '../clock.ts';
import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { headOf } from '../log/head.ts';
import { formatInstant, parseInstant, sqlInstant } from '../log/instant.ts';

/** When the catalogue is asked about: what was known at a position, seen from an instant. */
export interface CatalogueMoment {
  readonly position: Position;
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** False for a moment of the past. */
  readonly isNow: boolean;
}

/** A timestamp, or a position of the log, as a moment; now where nothing is asked. */
export async function catalogueMoment(
  database: Queryable,
  clock: Clock,
  asOf?: string | Position,
): Promise<CatalogueMoment> {
  const last = await headOf(database);
  if (asOf === undefined) return { position: last, instant: clock().getTime(), isNow: true };
  const batches =
    typeof asOf === 'number'
      ? sql`last >= ${Math.min(asOf, last)}::bigint order by last limit 1`
      : sql`recorded_at <= ${sqlInstant(parseInstant(asOf)!)}::timestamptz order by last desc limit 1`;
  const [batch] = await database.query<{ last: number; at: number }>(sql`
    select last, (extract(epoch from recorded_at) * 1000)::float8 as at from ufuq.batch where ${batches}`);
  if (typeof asOf === 'number')
    return { position: Math.min(asOf, last), instant: Number(batch?.at ?? 0), isNow: false };
  return { position: Number(batch?.last ?? 0), instant: parseInstant(asOf)!, isNow: false };
}

/** When an entry was recorded, RFC 3339. */
export async function recordedAt(database: Queryable, position: Position): Promise<string | null> {
  const [batch] = await database.query<{ at: number }>(sql`
    select (extract(epoch from recorded_at) * 1000)::float8 as at from ufuq.batch
    where last >= ${position}::bigint order by last limit 1`);
  return position <= 0 || batch === undefined ? null : formatInstant(Number(batch.at));
}
