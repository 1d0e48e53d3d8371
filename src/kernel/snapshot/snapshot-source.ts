import { createHash } from 'node:crypto';
import sql, { raw, type Sql } from 'sql-template-tag';
import { anonymous } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import type { Position } from '../log/entry.ts';
import { parseFilter } from '../query/filter.ts';
import { isKnown } from '../query/moment.ts';
import { compileSql } from '../query/to-sql.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import { scopeOf } from '../register/queryables.ts';
import type { Register } from '../register/register.ts';
import { type RowShape, selectColumns } from '../register/row.ts';
import { type PackedRow, rowPacker } from './packed-row.ts';

/** Changes when rows are packed in another way. */
const packing = 3;

/** What of a register its snapshot holds: the rows and fields that everybody may see, as they are known at a position. */
export interface SnapshotSubject {
  readonly register: Register;
  readonly number: number;
  readonly view: View;
  readonly shape: RowShape;
}

/** @throws {Problem} `register-not-found` where the public may not know the register */
export function subjectOf(register: Register, number: number): SnapshotSubject {
  const view = narrow(register, anonymous);
  return { register, number, view, shape: { fields: view.fields, epsg: register.geometry ? 4326 : null } };
}

/** Stands for the declaration and for the way of packing. */
export function fingerprintOf({ register, number }: SnapshotSubject): string {
  return createHash('sha256')
    .update(`${packing} ${number} ${canonicalJson(register)}`)
    .digest('hex');
}

/** Stands for the log up to a position: another log that happens to be as long was not recorded at the same instants. */
export async function historyOf(db: Queryable, position: Position): Promise<string> {
  const rows = await db.query<{ first: number; at: string }>(sql`
    (select first, recorded_at::text as at from ufuq.batch order by last limit 1)
    union all
    (select first, recorded_at::text as at from ufuq.batch where last >= ${position} order by last limit 1)`);
  return rows.map(({ first, at }) => `${first} ${at}`).join('; ');
}

export async function countRows(db: Queryable, subject: SnapshotSubject, at: Position): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select count(*)::int8 as n from ${raw(tableOf(subject.register.id))} t where ${isPacked(subject, at)}`);
  return Number(row!.n);
}

/** All rows in the order of their births, in batches. */
export async function* eachRow(
  db: Queryable,
  subject: SnapshotSubject,
  at: Position,
  batchSize: number,
): AsyncIterable<readonly PackedRow[]> {
  const where = isPacked(subject, at);
  const pack = rowPacker(subject.shape);
  const order = raw(`t.${system.born}, t.${system.validFrom}`);
  let after = sql``;
  for (;;) {
    const rows = await db.query(sql`
      select ${selectColumns(subject.shape)}, t.${raw(system.validFrom)}::text as "_from"
      from ${raw(tableOf(subject.register.id))} t
      where ${where}${after} order by ${order} limit ${batchSize}`);
    if (rows.length > 0) yield rows.map(pack);
    const last = rows.at(-1);
    if (rows.length < batchSize || !last) return;
    after = sql` and (${order}) > (${Number(last._b)}::bigint, ${String(last._from)}::text::timestamptz)`;
  }
}

/** The rows of some records. */
export async function rowsOf(
  db: Queryable,
  subject: SnapshotSubject,
  records: readonly string[],
  at: Position,
): Promise<readonly PackedRow[]> {
  const rows = await db.query(sql`
    select ${selectColumns(subject.shape)} from ${raw(tableOf(subject.register.id))} t
    where t.${raw(system.record)} = any(${[...records]}::text[]) and ${isPacked(subject, at)}`);
  return rows.map(rowPacker(subject.shape));
}

function isPacked({ register, view }: SnapshotSubject, at: Position): Sql {
  const known = isKnown('t', at);
  if (view.rows === undefined) return known;
  const whole = scopeOf(register, { fields: register.fields });
  return sql`${known} and (${compileSql(parseFilter(view.rows, 'cql2-text', whole), whole)})`;
}
