import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import type { Manifest } from './manifest.ts';

/** A release as lists show it. */
export interface ReleaseSummary {
  /** SHA-256 of the manifest, 64 hexadecimal digits. */
  readonly id: string;
  readonly position: Position;
  readonly registers: readonly string[];
  readonly records: number;
  readonly bytes: number;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly withdrawn: Withdrawal | null;
}

export interface Withdrawal {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** A release with everything that signs it. */
export interface StoredRelease extends ReleaseSummary {
  readonly manifest: Manifest;
  /** The manifest's bytes. */
  readonly manifestText: string;
  readonly note: string;
  readonly checkpoint: string;
}

interface ReleaseRow {
  readonly id: string;
  readonly position: number;
  readonly registers: string[];
  readonly records: number;
  readonly bytes: number;
  readonly made_at: string;
  readonly made_by: string;
  readonly withdrawn_at: string | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_reason: string | null;
  readonly manifest?: string;
  readonly note?: string;
  readonly checkpoint?: string;
}

const summaryColumns = sql`id, position, registers, records, bytes, made_at, made_by, withdrawn_at, withdrawn_by, withdrawn_reason`;

function summaryOf(row: ReleaseRow): ReleaseSummary {
  const { id, position, registers, records, bytes, made_at, made_by } = row;
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason } = row;
  return {
    id,
    position: Number(position),
    registers,
    records: Number(records),
    bytes: Number(bytes),
    madeAt: made_at,
    madeBy: made_by,
    withdrawn: at === null ? null : { at, by: by!, reason: reason! },
  };
}

export interface ReleaseList {
  readonly releases: readonly ReleaseSummary[];
  readonly total: number;
}

/** Releases, the youngest first; of one register where it is named. */
export async function listReleases(
  db: Queryable,
  {
    limit = 100,
    offset = 0,
    register,
  }: { limit?: number; offset?: number; register?: string | undefined } = {},
): Promise<ReleaseList> {
  const where = register === undefined ? sql`true` : sql`registers @> ${[register]}::text[]`;
  const rows = await db.query<ReleaseRow>(sql`
    select ${summaryColumns} from ufuq.release where ${where}
    order by made_at desc, id limit ${limit} offset ${offset}`);
  const [count] = await db.query<{ total: number }>(
    sql`select count(*) as total from ufuq.release where ${where}`,
  );
  return { releases: rows.map(summaryOf), total: Number(count!.total) };
}

/** @throws {Problem} `not-found` */
export async function requireRelease(db: Queryable, id: string): Promise<StoredRelease> {
  const found = await findRelease(db, sql`id = ${id}`);
  if (!found) throw new Problem('not-found');
  return found;
}

/** The release that answers a question, where it was made already. */
export async function releaseOf(db: Queryable, question: string): Promise<StoredRelease | undefined> {
  return await findRelease(db, sql`question = ${question}`);
}

async function findRelease(db: Queryable, where: Sql): Promise<StoredRelease | undefined> {
  const [row] = await db.query<ReleaseRow>(
    sql`select ${summaryColumns}, manifest, note, checkpoint from ufuq.release where ${where}`,
  );
  if (!row) return undefined;
  const { manifest = '', note = '', checkpoint = '' } = row;
  const parsed = JSON.parse(manifest) as Manifest;
  return { ...summaryOf(row), manifest: parsed, manifestText: manifest, note, checkpoint };
}

export interface NewRelease
  extends Pick<StoredRelease, 'id' | 'manifest' | 'manifestText' | 'note' | 'checkpoint' | 'madeBy'> {
  readonly question: string;
  readonly madeAt: Date;
}

/** Enters a release whose files are stored; one that is there already stays as it is. */
export async function storeRelease(db: Queryable, release: NewRelease): Promise<void> {
  const { id, question, manifest, manifestText, note, checkpoint, madeAt, madeBy } = release;
  const records = manifest.registers.reduce((sum, each) => sum + each.records, 0);
  const bytes = manifest.files.reduce((sum, each) => sum + each.bytes, 0);
  // Of one question there is one answer: where an erasure has changed it since, the older one steps aside.
  await db.query(sql`
    update ufuq.release set question = question || ' ' || id where question = ${question} and id <> ${id}`);
  await db.query(sql`
    insert into ufuq.release
      (id, question, position, registers, records, bytes, manifest, note, checkpoint, made_at, made_by)
    values (${id}, ${question}, ${manifest.position}::bigint, ${manifest.registers.map((each) => each.id)}::text[],
      ${records}::bigint, ${bytes}::bigint, ${manifestText}, ${note}, ${checkpoint}, ${madeAt}::timestamptz, ${madeBy})
    on conflict do nothing`);
}

/**
 * Withdraws a release: it stays listed with the reason, its manifest stays to be read, its files are given no more.
 * @throws {Problem} `not-found`; `conflict` where it is withdrawn already
 */
export async function withdrawRelease(
  db: Queryable,
  id: string,
  { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: Date },
): Promise<StoredRelease> {
  await requireRelease(db, id);
  const done = await db.query(sql`
    update ufuq.release set withdrawn_at = ${at}::timestamptz, withdrawn_by = ${by}, withdrawn_reason = ${reason}
    where id = ${id} and withdrawn_at is null returning id`);
  if (done.length === 0) throw new Problem('conflict', { what: id });
  return await requireRelease(db, id);
}

/** Hashes of every file that a release names. */
export async function releasedHashes(db: Queryable): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ hash: string }>(sql`
    select distinct f->>'sha256' as hash from ufuq.release, jsonb_array_elements(manifest::jsonb->'files') f
    union select manifest::jsonb->'file'->>'sha256' from ufuq.release_delta`);
  return new Set(rows.map(({ hash }) => hash));
}
