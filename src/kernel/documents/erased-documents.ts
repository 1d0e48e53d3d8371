import sql from 'sql-template-tag';
import type { Database } from '../db/database.ts';
import type { Registry } from '../register/register.ts';
import type { BlobStore } from './blob-store.ts';
import { documentsRegister } from './keep-document.ts';

/**
 * Removes the bytes of documents that the law wanted erased: those of which every entry that said something is erased. Runs
 * after each erasure and at each start, so that a kill in between leaves nothing for long.
 * @returns the hashes whose bytes are gone now
 */
export async function dropErasedBytes(
  { database, registry }: { readonly database: Database; readonly registry: Registry },
  store: BlobStore,
): Promise<readonly string[]> {
  if (!registry.get(documentsRegister)) return [];
  const register = registry.numberOf(documentsRegister);
  const rows = await database.query<{ record: string }>(sql`
    select distinct e.record from ufuq.erasure x join ufuq.entry e on e.position = x.position
    where e.register = ${register}::int and not exists (
      select from ufuq.entry o where o.register = e.register and o.record = e.record and o.body is not null)`);
  const dropped: string[] = [];
  for (const { record } of rows) {
    if ((await store.size(record)) === undefined) continue;
    await store.remove(record);
    dropped.push(record);
  }
  return dropped;
}
