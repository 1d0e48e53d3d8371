import type { Caller } from '../access/caller.ts';
import type { LocalizedText } from '../i18n/language.ts';
import type { RecordView } from '../query/question.ts';
import type { Services } from '../services.ts';
import type { CatalogueMoment } from './catalogue-moment.ts';

/** Ids of the registers that catalogue records refer to; a country without them has a catalogue all the same. */
export const themesRegister = 'themes';
export const organisationsRegister = 'organisations';

/** Names of organisations and themes are asked of whoever may read those registers. */
export type Names = ReadonlyMap<string, LocalizedText>;

/** All records of a small register at a moment; none where there is no such register or the caller may not see it. */
export async function recordsAt(
  { registry, reader }: Pick<Services, 'registry' | 'reader'>,
  id: string,
  caller: Caller,
  { isNow, position }: CatalogueMoment,
): Promise<readonly RecordView[]> {
  const register = registry.get(id);
  if (!register || (register.access.read !== 'public' && caller.kind !== 'administrator')) return [];
  const records: RecordView[] = [];
  const question = { register: id, caller, ...(isNow ? {} : { asOf: position }), skipGeometry: true };
  for await (const batch of reader.stream(question)) records.push(...batch);
  return records;
}

/** Names of the records of a small register by id. */
export async function namesAt(
  services: Pick<Services, 'registry' | 'reader'>,
  id: string,
  caller: Caller,
  moment: CatalogueMoment,
): Promise<Names> {
  const records = await recordsAt(services, id, caller, moment);
  const title = services.registry.get(id)?.titleField ?? 'name';
  return new Map(records.map((record) => [record.id, record.properties[title] as LocalizedText]));
}
