import type { CatalogueEntry } from '../../kernel/catalogue/catalogue-entry.ts';
import { licenceUrl } from '../../kernel/catalogue/licence.ts';
import { type Link, segment, withQuery } from '../../kernel/http/links.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import { catalogueUrl, type RecordsContext, recordUrl } from './context.ts';
import { exportFormats } from './export-formats.ts';

const ogc = 'http://www.opengis.net/def/rel/ogc/1.0';

/** Links of a record to itself, its other forms and languages, and its catalogue (`/req/records-api/record-response`). */
export function selfLinks(
  context: RecordsContext,
  id: string,
  f: 'json' | 'html' | undefined,
): readonly Link[] {
  const url = recordUrl(context, id);
  const isPage = f === 'html';
  const [own, other] = isPage ? (['html', 'json'] as const) : (['json', 'html'] as const);
  const types = { json: 'application/geo+json', html: 'text/html' };
  return [
    {
      rel: 'self',
      href: f === undefined ? url : `${url}?f=${f}`,
      type: types[own],
      hreflang: context.language,
    },
    {
      rel: 'alternate',
      href: `${url}?f=${other}`,
      type: types[other],
      title: other === 'html' ? 'HTML' : 'GeoJSON',
    },
    ...languages
      .filter((language) => language !== context.language)
      .map((language) => ({
        rel: 'alternate',
        href: withQuery(url, { lang: language, f }),
        type: types[own],
        hreflang: language,
      })),
    {
      rel: 'collection',
      href: catalogueUrl(context),
      type: 'application/json',
      title: message(context.language, 'catalogue.title'),
    },
  ];
}

/** Where a resource itself is had: every door to it. */
export function resourceLinks(context: RecordsContext, entry: CatalogueEntry): readonly Link[] {
  const { base, language } = context;
  const links: Link[] = [];
  if (entry.licence !== null)
    links.push({ rel: 'license', href: licenceUrl(entry.licence), type: 'text/html' });
  if (entry.release) {
    links.push({ rel: 'describes', href: `${base}${entry.release.path}`, type: 'application/json' });
    for (const file of entry.release.files)
      links.push({ rel: 'enclosure', href: `${base}${file.path}`, type: file.mediaType });
  }
  const register = entry.register === null ? undefined : context.services.registry.get(entry.register);
  if (!register) return links;
  const url = `${base}/collections/${segment(register.id)}`;
  if (entry.type === 'release')
    return [
      ...links,
      { rel: 'related', href: recordUrl(context, register.id), type: 'application/geo+json' },
    ];
  return [
    ...links,
    { rel: 'describes', href: url, type: 'application/json', title: message(language, 'catalogue.door-api') },
    {
      rel: 'describes',
      href: `${url}?f=html`,
      type: 'text/html',
      title: message(language, 'catalogue.door-page'),
    },
    {
      rel: 'items',
      href: `${url}/items`,
      type: 'application/geo+json',
      title: message(language, 'page.records'),
    },
    {
      rel: `${ogc}/schema`,
      href: `${url}/schema`,
      type: 'application/schema+json',
      title: message(language, 'page.schema'),
    },
    {
      rel: `${ogc}/queryables`,
      href: `${url}/queryables`,
      type: 'application/schema+json',
      title: message(language, 'page.queryables'),
    },
    ...exportFormats.map(({ id, title, mediaType }) => ({
      rel: 'enclosure',
      href: `${url}/export?f=${id}`,
      type: mediaType,
      title: `${message(language, 'page.download')} (${title})`,
    })),
    ...(context.contributions ?? []).flatMap((each) => each.collectionLinks?.(context, register) ?? []),
    {
      rel: 'alternate',
      href: `${base}/catalogue/dcat?id=${encodeURIComponent(entry.id)}`,
      type: 'text/turtle',
      title: 'DCAT-AP',
    },
  ];
}

/** Where the releases of a dataset are told of, the youngest first. */
export function releaseLinks(context: RecordsContext, releases: readonly CatalogueEntry[]): readonly Link[] {
  return releases.slice(0, mostReleases).map(({ id, title }) => ({
    rel: 'version-history',
    href: recordUrl(context, id),
    type: 'application/geo+json',
    title: title[context.language],
  }));
}

const mostReleases = 20;
