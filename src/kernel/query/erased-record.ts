import sql from 'sql-template-tag';
import type { View } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import { sqlInstant } from '../log/instant.ts';
import type { Moment } from './moment.ts';

export interface ErasedSubject {
  readonly number: number;
  readonly view: View;
  readonly record: string;
}

/**
 * Whether what was said of a record, of the time that is asked for and as was known then, has been erased by law; asked
 * where no row was found, which alone would look as if nothing had been said. Told to whom the record was shown.
 */
export async function isErasedRecord(
  db: Queryable,
  { number, view, record }: ErasedSubject,
  { from, to, position }: Moment,
): Promise<boolean> {
  const [last] = await db.query<{ isTold: boolean }>(sql`
    select x.position is not null and (x.was_public or ${view.rows === undefined}::boolean) as "isTold"
    from ufuq.entry e left join ufuq.erasure x on x.position = e.position
    where e.register = ${number}::int and e.record = ${record} and e.body is null and e.position <= ${position}::bigint
      and e.valid_from <= ${sqlInstant(to)}::timestamptz and e.valid_to > ${sqlInstant(from)}::timestamptz
    order by e.position desc limit 1`);
  return last?.isTold ?? false;
}
