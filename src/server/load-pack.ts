import sql from 'sql-template-tag';
import type { Caller } from '../kernel/access/caller.ts';
import type { Config } from '../kernel/config.ts';
import type { Database } from '../kernel/db/database.ts';
import type { Documents } from '../kernel/documents/documents.ts';
import { documentsRegister } from '../kernel/documents/keep-document.ts';
import type { Services } from '../kernel/services.ts';
import { storePackDocuments } from './pack-documents.ts';
import { packFolder, packIntents, packRegisters } from './pack-files.ts';
import type { OnProgress } from './progress.ts';

const loader: Caller = { kind: 'administrator', name: 'system' };

/**
 * Loads the configured pack into a store that holds no records yet: a batch for each register, so that a start that was
 * interrupted goes on where it stopped. A store that anybody else has written to is left alone.
 * @throws {PackError} where there is no such pack
 */
export async function loadPack(
  { pack }: Pick<Config, 'pack'>,
  {
    database,
    registry,
    writer,
    documents,
  }: Pick<Services, 'database' | 'registry' | 'writer'> & { readonly documents?: Documents },
  onProgress: OnProgress = () => {},
): Promise<void> {
  if (pack === 'none') return;
  const cause = `pack: ${pack}`;
  if (await hasOtherRecords(database, cause)) return;
  const folder = packFolder(pack);
  const loaded = await loadedRegisters(database, cause);
  const waiting = (await packRegisters(folder)).filter(({ id }) => !loaded.has(registry.numberOf(id)));
  const total = waiting.reduce((sum, { records }) => sum + records, 0);
  if (documents && waiting.some(({ id }) => id === documentsRegister))
    await storePackDocuments(folder, documents);
  let done = 0;
  for (const { id, file, records } of waiting) {
    onProgress({ stage: 'pack', done, total, subject: id });
    await writer.write(await packIntents(folder, id, file), { caller: loader, cause, isTakeover: true });
    done += records;
  }
  if (total > 0) onProgress({ stage: 'pack', done, total });
}

/** Whether the log has records that came after, or without, the pack. Register 0 is that of the declarations. */
async function hasOtherRecords(database: Database, cause: string): Promise<boolean> {
  const [row] = await database.query<{ found: boolean }>(sql`
    select exists (
      select 1 from ufuq.entry where register <> 0
        and position > (select coalesce(max(last), 0) from ufuq.batch where cause = ${cause})
    ) as found`);
  return row!.found;
}

async function loadedRegisters(database: Database, cause: string): Promise<ReadonlySet<number>> {
  const rows = await database.query<{ register: number }>(sql`
    select distinct e.register from ufuq.batch b join ufuq.entry e on e.position between b.first and b.last
    where b.cause = ${cause}`);
  return new Set(rows.map(({ register }) => register));
}
