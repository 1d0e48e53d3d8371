import { catalogueEntries } from '../../kernel/catalogue/catalogue-entries.ts';
import type { CatalogueEntry } from '../../kernel/catalogue/catalogue-entry.ts';
import type { ReleaseList } from '../../kernel/catalogue/release-note.ts';
import type { DoorContext } from '../../kernel/http/contribution.ts';
import type { Link } from '../../kernel/http/links.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { Box } from '../../kernel/query/question.ts';
import { catalogueId, catalogueUrl } from './context.ts';
import { languageObject } from './record-document.ts';

const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const ogc = 'http://www.opengis.net/def/rel/ogc/1.0';

/** Entries that the caller may see. */
export async function entriesFor(
  { services, caller }: DoorContext,
  releases: ReleaseList | undefined,
): Promise<readonly CatalogueEntry[]> {
  return await catalogueEntries(services, { caller, releases: (await releases?.()) ?? [] });
}

/** The catalogue as a collection (catalog.yaml), the same in the list of collections and by itself. */
export function catalogueDocument(door: DoorContext, entries: readonly CatalogueEntry[]) {
  const { language, settings } = door;
  const boxes = entries.flatMap(({ bbox }) => (bbox ? [bbox] : []));
  const created = entries.map(({ createdAt }) => createdAt).sort();
  const updated = entries.map(({ changedAt }) => changedAt).sort();
  return {
    id: catalogueId,
    type: 'Catalog',
    itemType: 'record',
    title: message(language, 'catalogue.title'),
    description: message(language, 'catalogue.about'),
    language: languageObject(language),
    languages: languages.map(languageObject),
    recordLanguages: languages.map(languageObject),
    ...(created.length > 0 ? { created: created[0], updated: updated.at(-1) } : {}),
    contacts: [{ organization: settings.title[language], roles: ['publisher'] }],
    ...(boxes.length > 0 ? { extent: { spatial: { bbox: [union(boxes)], crs: crs84 } } } : {}),
    crs: [crs84],
    storageCrs: crs84,
    count: entries.length,
  };
}

/** Where to go from the catalogue. */
export function catalogueLinks(door: DoorContext): readonly Link[] {
  const { base, language } = door;
  const url = catalogueUrl(door);
  const link = (rel: string, href: string, type: string, title: string): Link => ({ rel, href, type, title });
  return [
    link('items', `${url}/items`, 'application/geo+json', message(language, 'catalogue.datasets')),
    link('items', `${url}/items?f=html`, 'text/html', message(language, 'catalogue.datasets')),
    link(`${ogc}/schema`, `${url}/schema`, 'application/schema+json', message(language, 'page.schema')),
    link(
      `${ogc}/queryables`,
      `${url}/queryables`,
      'application/schema+json',
      message(language, 'page.queryables'),
    ),
    link(
      `${ogc}/sortables`,
      `${url}/sortables`,
      'application/schema+json',
      message(language, 'page.sortables'),
    ),
    link('related', `${base}/catalogue/themes`, 'application/json', message(language, 'catalogue.themes')),
    link('alternate', `${base}/catalogue/dcat`, 'text/turtle', 'DCAT-AP (Turtle)'),
    link('alternate', `${base}/catalogue/dcat?f=jsonld`, 'application/ld+json', 'DCAT-AP (JSON-LD)'),
    link('root', `${base}/`, 'application/json', door.settings.title[language]),
  ];
}

function union(boxes: readonly Box[]): Box {
  // A box that crosses the antimeridian goes round the world together with others.
  if (boxes.length > 1 && boxes.some(([west, , east]) => west > east))
    return [-180, Math.min(...boxes.map((box) => box[1])), 180, Math.max(...boxes.map((box) => box[3]))];
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
