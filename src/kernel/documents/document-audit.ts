import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import sql from 'sql-template-tag';
import type { Database } from '../db/database.ts';
import type { Registry } from '../register/register.ts';
import { type BlobStore, isHash } from './blob-store.ts';
import { documentsRegister } from './keep-document.ts';

/** What is wrong between the register of documents and the bytes in the store; each a list of hashes. */
export interface DocumentAudit {
  /** Blobs that were read and hash to their name. */
  readonly sound: number;
  /** Bytes that are not what their name says. */
  readonly damaged: readonly string[];
  /** Documents that the log knows and that have no bytes here. */
  readonly missing: readonly string[];
  /** Bytes that no entry of the log speaks of. */
  readonly orphans: readonly string[];
}

/** Reads every blob from the first byte to the last and hashes it anew; memory stays the same however many there are. */
export async function auditDocuments(
  { database, registry }: { readonly database: Database; readonly registry: Registry },
  store: BlobStore,
): Promise<DocumentAudit> {
  const known = await knownDocuments(database, registry);
  const damaged: string[] = [];
  const orphans: string[] = [];
  let sound = 0;
  for await (const hash of store.list()) {
    const digest = await digestOf(store, hash);
    if (digest === hash) sound++;
    else damaged.push(hash);
    if (!known.delete(hash)) orphans.push(hash);
  }
  return { sound, damaged, missing: [...known].sort(), orphans: orphans.sort() };
}

/** Hashes that some entry of the log still says something of. */
async function knownDocuments(database: Database, registry: Registry): Promise<Set<string>> {
  if (!registry.get(documentsRegister)) return new Set();
  const register = registry.numberOf(documentsRegister);
  const rows = await database.query<{ record: string }>(sql`
    select distinct record from ufuq.entry where register = ${register}::int and body is not null`);
  return new Set(rows.map(({ record }) => record).filter(isHash));
}

async function digestOf(store: BlobStore, hash: string): Promise<string | undefined> {
  const digest = createHash('sha256');
  try {
    await pipeline(await store.read(hash), digest);
    return digest.digest('hex');
  } catch {
    return undefined;
  }
}
