import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import type { Stretch } from '../timeline.ts';
import type { Span } from './span.ts';

/** The atomic write that an entry belongs to. */
export interface RawBatch {
  readonly first: Position;
  readonly last: Position;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly actor: string;
  readonly legalBasis: string | null;
  readonly cause: string;
}

/** An entry as the log holds it, before anybody's rights are applied. */
export interface RawEntry extends Stretch {
  readonly position: Position;
  readonly registerNumber: number;
  readonly record: string;
  /** Canonical JSON; null for "is absent" and for what was erased. */
  readonly body: string | null;
  /** Set where the body was erased: whether the public could read it. */
  readonly erased?: { readonly wasPublic: boolean };
  /** Set for an entry that tells of an erasure: whose body went. */
  readonly erases?: {
    readonly position: Position;
    readonly registerNumber: number;
    readonly record: string;
    readonly wasPublic: boolean;
  };
  readonly batch: RawBatch;
}

export interface RawPage {
  readonly entries: readonly RawEntry[];
  /** Everything that was asked for up to this position is in `entries`. */
  readonly reached: Position;
}

export interface RawLimits {
  /** Entries at most. */
  readonly most: number;
  /** Bytes of bodies at most; a single entry may exceed it. */
  readonly mostBytes: number;
}

interface EntryRow {
  readonly position: number;
  readonly register: number;
  readonly record: string;
  readonly f: number;
  readonly u: number;
  readonly body: string | null;
  readonly erased_public: boolean | null;
  readonly target: number | null;
  readonly target_register: number | null;
  readonly target_record: string | null;
  readonly target_public: boolean | null;
  readonly n: number;
}

const everything = sql`true`;

/** Entries of some stretches of the log, in order; `only` narrows them by the columns of `e` (`ufuq.entry`). */
export async function rawEntries(
  db: Queryable,
  spans: readonly Span[],
  { most, mostBytes }: RawLimits,
  only: Sql = everything,
): Promise<RawPage> {
  const end = spans.at(-1)!.upTo;
  const rows = await db.query<EntryRow>(sql`
    select e.position, e.register, e.record, e.body, e.n,
      (extract(epoch from e.valid_from) * 1000)::float8 as f, (extract(epoch from e.valid_to) * 1000)::float8 as u,
      x.was_public as erased_public, y.position as target, y.was_public as target_public,
      o.register as target_register, o.record as target_record
    from (
      select c.*, count(*) over () as n, sum(c.bytes) over (order by c.position) - c.bytes as bytes_before from (
        select e.*, coalesce(octet_length(e.body), 0)::int8 as bytes
        from unnest(${spans.map(({ after }) => after)}::bigint[], ${spans.map(({ upTo }) => upTo)}::bigint[]) s ("after", up_to)
        join ufuq.entry e on e.position > s."after" and e.position <= s.up_to
        where ${only} order by e.position limit ${most}) c
    ) e
    left join ufuq.erasure x on x.position = e.position and e.body is null
    left join ufuq.erasure y on e.register = -1 and y.entry = e.position
    left join ufuq.entry o on o.position = y.position
    where e.bytes_before < ${mostBytes} order by e.position`);
  if (rows.length === 0) return { entries: [], reached: end };
  const first = rows[0]!.position;
  const last = rows.at(-1)!.position;
  const isWhole = rows[0]!.n < most && rows.length === rows[0]!.n;
  const batchOf = await batches(db, first, last);
  return { entries: rows.map((row) => entryOf(row, batchOf(row.position))), reached: isWhole ? end : last };
}

function entryOf(row: EntryRow, batch: RawBatch): RawEntry {
  const { position, register, record, f, u, body, erased_public: erasedPublic } = row;
  return {
    position,
    registerNumber: register,
    record,
    from: Number(f),
    to: Number(u),
    body,
    batch,
    ...(erasedPublic !== null && { erased: { wasPublic: erasedPublic } }),
    ...(row.target !== null && {
      erases: {
        position: row.target,
        registerNumber: row.target_register!,
        record: row.target_record!,
        wasPublic: row.target_public!,
      },
    }),
  };
}

/** Finds the batch of a position; asked in ascending order. */
async function batches(
  db: Queryable,
  first: Position,
  last: Position,
): Promise<(position: Position) => RawBatch> {
  const rows = await db.query<{
    first: number;
    last: number;
    r: number;
    actor: string;
    legal_basis: string | null;
    cause: string;
  }>(sql`
    select first, last, (extract(epoch from recorded_at) * 1000)::float8 as r, actor, legal_basis, cause
    from ufuq.batch where last >= ${first}::bigint
      and last <= (select min(last) from ufuq.batch where last >= ${last}::bigint) order by last`);
  const found = rows.map(({ legal_basis: legalBasis, r, ...row }) => ({
    ...row,
    recordedAt: Number(r),
    legalBasis,
  }));
  let at = 0;
  return (position) => {
    while (found[at]!.last < position) at++;
    return found[at]!;
  };
}
