import type { Caller } from '../access/caller.ts';
import type { LocalizedText } from '../i18n/language.ts';
import type { Services } from '../services.ts';
import type { CatalogueEntry, EntryTheme } from './catalogue-entry.ts';
import { type CatalogueMoment, catalogueMoment } from './catalogue-moment.ts';
import { type DeclaredRegister, declaredRegisters } from './declared-registers.ts';
import { type Names, namesAt, organisationsRegister, recordsAt, themesRegister } from './named-records.ts';
import { registerFacts } from './register-facts.ts';
import type { ReleaseNote } from './release-note.ts';

export interface EntriesQuestion {
  readonly caller: Caller;
  readonly releases?: readonly ReleaseNote[];
}

/** Everything that the catalogue tells of to a caller: registers in the order in which they stand, then releases. */
export async function catalogueEntries(
  services: Services,
  { caller, releases = [] }: EntriesQuestion,
): Promise<readonly CatalogueEntry[]> {
  const moment = await catalogueMoment(services.database, services.clock);
  const declared = await declaredRegisters(services, caller, moment);
  const organisations = await namesAt(services, organisationsRegister, caller, moment);
  const themes = await themesAt(services, caller, moment);
  const datasets: CatalogueEntry[] = [];
  for (const each of declared)
    datasets.push(await datasetEntry(services, each, { caller, moment, organisations, themes }));
  const visible = new Map(datasets.map((entry) => [entry.id, entry]));
  return [...datasets, ...releases.flatMap((release) => releaseEntry(release, visible))];
}

interface Surroundings {
  readonly caller: Caller;
  readonly moment: CatalogueMoment;
  readonly organisations: Names;
  readonly themes: ReadonlyMap<string, EntryTheme>;
}

async function datasetEntry(
  services: Services,
  { register, declaration, declaredAt, changedAt }: DeclaredRegister,
  { caller, moment, organisations, themes }: Surroundings,
): Promise<CatalogueEntry> {
  const { theme, steward } = declaration;
  const {
    count,
    extent,
    changedAt: recordsChangedAt,
  } = await registerFacts(services, register, caller, moment);
  return {
    id: register.id,
    type: 'dataset',
    register: register.id,
    title: declaration.title,
    description: declaration.description,
    keywords: declaration.keywords ?? [],
    theme:
      theme === undefined ? null : (themes.get(theme) ?? { id: theme, name: null, code: null, lists: [] }),
    custodian: steward === undefined ? null : { id: steward, name: organisations.get(steward) ?? null },
    desk: declaration.desk ?? null,
    legalBasis: declaration.legalBasis ?? null,
    licence: declaration.licence ?? null,
    contact: declaration.contact ?? null,
    updateCycle: declaration.updateCycle ?? null,
    createdAt: declaredAt,
    changedAt: recordsChangedAt !== null && recordsChangedAt > changedAt ? recordsChangedAt : changedAt,
    records: count.count,
    isExact: count.isExact,
    geometry: register.geometry,
    bbox: extent.bbox,
    time: count.count === 0 ? null : extent.interval,
    isOpen: register.access.read === 'public',
    release: null,
  };
}

/** A release is told of to whoever may see every register in it. */
function releaseEntry(
  release: ReleaseNote,
  visible: ReadonlyMap<string, CatalogueEntry>,
): readonly CatalogueEntry[] {
  const of = release.registers.map((id) => visible.get(id));
  if (of.length === 0 || of.some((entry) => entry === undefined)) return [];
  const first = of[0]!;
  return [
    {
      ...first,
      id: `release.${release.id}`,
      type: 'release',
      register: of.length === 1 ? first.id : null,
      title: release.title,
      licence: release.licence ?? first.licence,
      createdAt: release.releasedAt,
      changedAt: release.releasedAt,
      records: null,
      updateCycle: null,
      release,
    },
  ];
}

async function themesAt(
  services: Services,
  caller: Caller,
  moment: CatalogueMoment,
): Promise<ReadonlyMap<string, EntryTheme>> {
  const records = await recordsAt(services, themesRegister, caller, moment);
  return new Map(
    records.map(({ id, properties: { name, code, list } }) => [
      id,
      {
        id,
        name: name as LocalizedText,
        code: (code as string | null) ?? null,
        lists: (list as readonly string[] | null) ?? [],
      },
    ]),
  );
}
