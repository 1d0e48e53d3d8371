import type { ReleaseList } from '../../kernel/catalogue/release-note.ts';
import type { Contribution } from '../../kernel/http/contribution.ts';
import { message } from '../../kernel/i18n/message.ts';
import { recordsApi } from './api-part.ts';
import { catalogueDocument, catalogueLinks, entriesFor } from './catalogue-document.ts';
import { recordsConformance } from './conformance.ts';
import { catalogueUrl, recordUrl } from './context.ts';

/** What the catalogue adds to the documents that describe the whole API. */
export function recordsContribution(releases?: ReleaseList): Contribution {
  return {
    conformsTo: recordsConformance,
    landing: ({ base, language }) => [
      {
        rel: 'related',
        href: `${base}/catalogue`,
        type: 'application/json',
        title: message(language, 'catalogue.title'),
      },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/ogc-catalog',
        href: catalogueUrl({ base }),
        type: 'application/json',
        title: message(language, 'catalogue.title'),
      },
    ],
    collections: async (door) => {
      const url = catalogueUrl(door);
      const self = [
        { rel: 'self', href: url, type: 'application/json' },
        { rel: 'alternate', href: `${url}?f=html`, type: 'text/html' },
      ];
      return [
        {
          ...catalogueDocument(door, await entriesFor(door, releases)),
          links: [...self, ...catalogueLinks(door)],
        },
      ];
    },
    collectionLinks: (door, { id }) => [
      {
        rel: 'describedby',
        href: recordUrl(door, id),
        type: 'application/geo+json',
        title: message(door.language, 'catalogue.title'),
      },
    ],
    api: recordsApi,
  };
}
