import { createHash } from 'node:crypto';
import sql, { raw, type Sql } from 'sql-template-tag';
import { anonymous } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { Database, Queryable } from '../db/database.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import type { Position } from '../log/entry.ts';
import { parseFilter } from '../query/filter.ts';
import { isKnown } from '../query/moment.ts';
import { compileSql } from '../query/to-sql.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import { scopeOf } from '../register/queryables.ts';
import type { Register } from '../register/register.ts';
import type { RowShape } from '../register/row.ts';
import { touchColumns, touching } from '../tiles/version/touches.ts';
import { type ChangedRow, changedRowReader } from './changed-row.ts';
import { packedColumns, packedFields } from './packed-columns.ts';
import { TupleReader } from './tuple-reader.ts';

/** Changes when rows are packed in another way. */
const packing = 6;

/** What of a register its snapshot holds: the rows and fields that everybody may see, as they are known at a position. */
export interface SnapshotSubject {
  readonly register: Register;
  readonly number: number;
  readonly view: View;
  readonly shape: RowShape;
}

export interface Rows {
  readonly subject: SnapshotSubject;
  /** Position of the log that they are known at. */
  readonly position: Position;
  /** Rows that the database is asked for at a time. */
  readonly batchSize: number;
  readonly signal?: AbortSignal | undefined;
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

/** Calls `visit` with each row in the order of births, in hand as a tuple of `packedColumns`. */
export async function eachRow(
  db: Database,
  { subject, position, batchSize, signal }: Rows,
  visit: (tuple: TupleReader) => void,
): Promise<void> {
  const tuple = readerOf(subject);
  const born = raw(`t.${system.born}`);
  for (let after = -1, rows = batchSize; rows >= batchSize; ) {
    rows = 0;
    // Rows of one birth come together, or the next batch would have to know where among them to go on.
    const batch = sql`
      select ${packedColumns(subject.shape)} from ${raw(tableOf(subject.register.id))} t
      where ${isPacked(subject, position)} and ${born} > ${after}::bigint
      order by ${born} fetch first (${batchSize}::bigint) rows with ties`;
    for await (const chunk of db.copyTuplesOut(batch)) {
      signal?.throwIfAborted();
      for (tuple.take(chunk); tuple.next(); rows++) visit(tuple);
      after = tuple.integer(packedFields.born);
    }
  }
}

/** Calls `visit` with each row that was superseded by then, in hand as a tuple of `touchColumns`. */
export async function eachClosed(
  db: Database,
  { subject: { register, view }, position, signal }: Omit<Rows, 'batchSize'>,
  visit: (tuple: TupleReader) => void,
): Promise<void> {
  if (!register.geometry) return;
  const tuple = new TupleReader(touchColumns.length);
  const closed = sql`
    select ${raw(touchColumns.join(', '))} from ${raw(tableOf(register.id))} t
    where t.${raw(system.knownTo)} <= ${position}::bigint and ${touching(register, view)}`;
  for await (const chunk of db.copyTuplesOut(closed)) {
    signal?.throwIfAborted();
    for (tuple.take(chunk); tuple.next(); ) visit(tuple);
  }
}

/** The rows of some records. */
export async function rowsOf(
  db: Database,
  subject: SnapshotSubject,
  records: readonly string[],
  at: Position,
): Promise<readonly ChangedRow[]> {
  const tuple = readerOf(subject);
  const read = changedRowReader(subject.shape);
  const rows: ChangedRow[] = [];
  const touched = sql`
    select ${packedColumns(subject.shape)} from ${raw(tableOf(subject.register.id))} t
    where t.${raw(system.record)} = any(${[...records]}::text[]) and ${isPacked(subject, at)}`;
  for await (const chunk of db.copyTuplesOut(touched))
    for (tuple.take(chunk); tuple.next(); ) rows.push(read(tuple));
  return rows;
}

function readerOf({ shape }: SnapshotSubject): TupleReader {
  return new TupleReader(packedFields.first + shape.fields.length);
}

function isPacked({ register, view }: SnapshotSubject, at: Position): Sql {
  const known = isKnown('t', at);
  if (view.rows === undefined) return known;
  const whole = scopeOf(register, { fields: register.fields });
  return sql`${known} and (${compileSql(parseFilter(view.rows, 'cql2-text', whole), whole)})`;
}
