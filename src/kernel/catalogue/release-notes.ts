import { type LocalizedText, languages } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { textIn } from '../i18n/text-in.ts';
import { listReleases, type ReleaseSummary, requireRelease } from '../release/release-store.ts';
import type { Services } from '../services.ts';
import type { ReleaseNote } from './release-note.ts';

const mostReleases = 1000;
/** Manifests by release: what a release is named by is their hash, so they never change. */
const manifests = new WeakMap<Services['database'], Map<string, Pick<ReleaseNote, 'files' | 'licence'>>>();

/** The releases that stand, the youngest first; one that was withdrawn is told of no more. */
export async function releaseNotes(
  services: Pick<Services, 'database' | 'registry'>,
): Promise<readonly ReleaseNote[]> {
  const { releases } = await listReleases(services.database, { limit: mostReleases });
  const standing = releases.filter(({ withdrawn }) => withdrawn === null);
  return await Promise.all(standing.map((release) => releaseNote(services, release)));
}

async function releaseNote(
  { database, registry }: Pick<Services, 'database' | 'registry'>,
  { id, position, registers, madeAt }: ReleaseSummary,
): Promise<ReleaseNote> {
  const known = manifests.get(database) ?? new Map<string, Pick<ReleaseNote, 'files' | 'licence'>>();
  manifests.set(database, known);
  let said = known.get(id);
  if (!said) {
    const { manifest } = await requireRelease(database, id);
    said = {
      ...(manifest.licence === null ? {} : { licence: manifest.licence }),
      files: manifest.files
        .filter(({ role }) => role !== 'proof')
        .map(({ name, mediaType, bytes }) => ({ path: `/releases/${id}/${name}`, mediaType, bytes })),
    };
    known.set(id, said);
  }
  const title = Object.fromEntries(
    languages.map((language) => {
      const names = registers.map((each) => textIn(language, registry.get(each)?.title as never) ?? each);
      const all = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
      return [language, message(language, 'catalogue.release-title', { names: all, position })];
    }),
  ) as unknown as LocalizedText;
  return {
    id,
    title,
    registers,
    position,
    releasedAt: new Date(madeAt).toISOString(),
    path: `/releases/${id}`,
    ...said,
  };
}
