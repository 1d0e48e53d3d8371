import sql from 'sql-template-tag';
import type { Clock } from '../../clock.ts';
import type { Database, Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { formatVerifierKey, parseVerifierKey, signatureTypes, type VerifierKey } from './verifier-key.ts';

/** A witness whose signatures are taken in, and how asking it went. */
export interface Witness {
  readonly key: VerifierKey;
  readonly vkey: string;
  /** Submission prefix that it is asked at; null for one that brings its lines itself. */
  readonly url: string | null;
  /** Largest tree that it signed; 0 for none. */
  readonly signed: Position;
  /** Times that asking failed since it last went well. */
  readonly failures: number;
  readonly triedAt: string | null;
  /** What was wrong the last time. */
  readonly complaint: string | null;
}

/**
 * Names a witness whose signatures are taken in, and where it is asked for them (C2SP tlog-witness). One that is known
 * gets the new address. Returns false where the text is no key of a witness.
 */
export async function addWitness(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  vkey: string,
  url: string | null = null,
): Promise<boolean> {
  const key = parseVerifierKey(vkey);
  if (key?.type !== signatureTypes.cosignature) return false;
  await database.query(sql`
    insert into ufuq.witness (vkey, added_at, url)
    values (${formatVerifierKey(key)}, ${clock()}::timestamptz, ${url}::text)
    on conflict (vkey) do update set url = excluded.url, failures = 0, complaint = null`);
  return true;
}

interface WitnessRow {
  readonly vkey: string;
  readonly url: string | null;
  readonly signed: number;
  readonly failures: number;
  readonly tried_at: string | null;
  readonly complaint: string | null;
}

/** Every witness, in the order in which they were named. */
export async function witnesses(db: Queryable): Promise<Witness[]> {
  const rows = await db.query<WitnessRow>(sql`
    select vkey, url, failures, tried_at, complaint,
      (select coalesce(max(size), 0) from ufuq.cosignature c where c.vkey = w.vkey) as signed
    from ufuq.witness w order by added_at, vkey`);
  return rows.flatMap(({ vkey, url, signed, failures, tried_at, complaint }) => {
    const key = parseVerifierKey(vkey);
    return key ? [{ key, vkey, url, signed: Number(signed), failures, triedAt: tried_at, complaint }] : [];
  });
}

/** Notes how asking a witness went; `complaint` is undefined where it went well. */
export async function noteAttempt(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  vkey: string,
  complaint: string | undefined,
): Promise<void> {
  await database.query(sql`
    update ufuq.witness set tried_at = ${clock()}::timestamptz, complaint = ${complaint ?? null}::text,
      failures = ${complaint === undefined ? sql`0` : sql`failures + 1`}
    where vkey = ${vkey}`);
}
