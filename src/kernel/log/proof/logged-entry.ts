import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import type { Envelope } from './leaf.ts';

/** Numbers under which the log keeps what belongs to no register, with the names that their leaves carry. */
export const definitionsName = 'ufuq:registers';
export const erasures = { number: -1, name: 'ufuq:erasures' } as const;
export const restorations = { number: -2, name: 'ufuq:restorations' } as const;

/** An entry as it stands in the log. */
export interface LoggedEntry {
  readonly envelope: Envelope;
  readonly body: string | null;
}

/** Columns of one batch, as far as leaves carry them. */
interface BatchRow {
  readonly first: number;
  readonly last: number;
  readonly recorded_at: string;
  readonly actor: string;
  readonly legal_basis: string | null;
  readonly cause: string;
}

interface EntryRow {
  readonly position: number;
  readonly register: number;
  readonly record: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly body: string | null;
}

const noBatch = { recorded_at: '', actor: '', legal_basis: null, cause: '' };

/** Entries after a position up to and with another, in order; one that the log lacks is left out. */
export async function loggedEntries(
  db: Queryable,
  { after, upTo }: { readonly after: Position; readonly upTo: Position },
): Promise<LoggedEntry[]> {
  const names = await registerNames(db);
  const batches = await db.query<BatchRow>(sql`
    select first, last, recorded_at, actor, legal_basis, cause from ufuq.batch
    where last > ${after}::bigint and first <= ${upTo}::bigint order by last`);
  const rows = await db.query<EntryRow>(sql`
    select position, register, record, valid_from, valid_to, body from ufuq.entry
    where position > ${after}::bigint and position <= ${upTo}::bigint order by position`);
  let at = 0;
  return rows.map((row) => {
    while (at < batches.length && batches[at]!.last < row.position) at++;
    const found = batches[at];
    return entryOf(row, found !== undefined && found.first <= row.position ? found : noBatch, names);
  });
}

/** The entries at some positions, in order; one that the log lacks is left out. */
export async function loggedEntriesAt(db: Queryable, positions: readonly Position[]): Promise<LoggedEntry[]> {
  const names = await registerNames(db);
  const rows = await db.query<EntryRow & BatchRow>(sql`
    select e.position, e.register, e.record, e.valid_from, e.valid_to, e.body,
      b.recorded_at, b.actor, b.legal_basis, b.cause
    from ufuq.entry e cross join lateral (
      select * from ufuq.batch where last >= e.position order by last limit 1) b
    where e.position = any(${positions}::bigint[]) order by e.position`);
  return rows.map((row) => entryOf(row, row, names));
}

function entryOf(
  row: EntryRow,
  batch: Omit<BatchRow, 'first' | 'last'>,
  names: ReadonlyMap<number, string>,
): LoggedEntry {
  const envelope = {
    position: row.position,
    register: names.get(row.register) ?? `ufuq:${row.register}`,
    record: row.record,
    valid: { from: bound(row.valid_from, '-infinity'), to: bound(row.valid_to, 'infinity') },
    recordedAt: instantText(batch.recorded_at),
    actor: batch.actor,
    legalBasis: batch.legal_basis,
    cause: batch.cause,
  };
  return { envelope, body: row.body };
}

async function registerNames(db: Queryable): Promise<ReadonlyMap<number, string>> {
  const rows = await db.query<{ number: number; id: string }>(sql`select number, id from ufuq.register_name`);
  const names = new Map(rows.map(({ number, id }) => [Number(number), id]));
  for (const { number, name } of [erasures, restorations]) names.set(number, name);
  return names.set(0, definitionsName);
}

/** Null for the open end of its side; any other word of the database stays as it is and so shows in the hash. */
function bound(text: string, open: string): string | null {
  return text === open ? null : instantText(text);
}

/** RFC 3339 with the fraction that the API writes: none, or three digits (six where somebody wrote finer ones). */
export function instantText(text: string): string {
  return text.replace(/\.(\d+)/, (_, digits: string) => `.${digits.padEnd(digits.length > 3 ? 6 : 3, '0')}`);
}
