import type { FastifyReply } from 'fastify';
import { type Link, linkHeader } from '../../kernel/http/links.ts';
import { message } from '../../kernel/i18n/message.ts';
import { answer, formOf, geoJson, twoForms } from './answer.ts';
import { entriesFor } from './catalogue-document.ts';
import { catalogueUrl, type RecordsContext, recordUrl } from './context.ts';
import { recordList } from './pages/record-list.ts';
import { recordDocument } from './record-document.ts';
import { readRecordsQuery } from './records-query.ts';
import { selectRecords } from './select-records.ts';
import { catalogueTrail } from './trail.ts';

/** GET `/collections/catalogue/items`: the records that a query finds, a page at a time. */
export async function answerRecords(context: RecordsContext, reply: FastifyReply) {
  const { base, language, services, request } = context;
  const query = readRecordsQuery(context);
  const chosen = formOf(context, geoJson, query.f === 'geojson' ? 'json' : query.f);
  const entries = await entriesFor(context, context.releases);
  const found = await selectRecords(entries, query, language, `${base}/collections`);
  const page = found.slice(query.offset, query.offset + query.limit);
  const at = (changes: Readonly<Record<string, string>>) => {
    const asked = new URLSearchParams(request.query as Record<string, string>);
    for (const [name, value] of Object.entries(changes)) asked.set(name, value);
    return asked.size === 0 ? `${catalogueUrl(context)}/items` : `${catalogueUrl(context)}/items?${asked}`;
  };
  const self = at({});
  const turn = (rel: string, offset: number): Link => ({
    rel,
    href: at({ offset: String(offset) }),
    type: chosen.id === 'html' ? 'text/html' : geoJson.mediaType,
  });
  const links: Link[] = [
    ...twoForms(self, chosen, geoJson, 'GeoJSON'),
    ...(query.offset + page.length < found.length ? [turn('next', query.offset + page.length)] : []),
    ...(query.offset > 0 ? [turn('prev', Math.max(0, query.offset - query.limit))] : []),
    {
      rel: 'collection',
      href: catalogueUrl(context),
      type: 'application/json',
      title: message(language, 'catalogue.title'),
    },
    { rel: 'root', href: `${base}/`, type: 'application/json' },
  ];
  reply.headers({
    link: linkHeader(links),
    'ogc-numberreturned': page.length,
    'ogc-numbermatched': found.length,
  });
  return answer(context, reply, chosen, {
    self,
    links,
    title: message(language, 'catalogue.datasets'),
    trail: catalogueTrail(context),
    isPortalRoom: true,
    document: () => ({
      type: 'FeatureCollection',
      timeStamp: services.clock().toISOString(),
      numberMatched: found.length,
      numberReturned: page.length,
      links,
      features: page.map((entry) =>
        recordDocument(context, entry, [
          { rel: 'self', href: recordUrl(context, entry.id), type: geoJson.mediaType },
          { rel: 'alternate', href: `${recordUrl(context, entry.id)}?f=html`, type: 'text/html' },
          { rel: 'collection', href: catalogueUrl(context), type: 'application/json' },
        ]),
      ),
    }),
    body: () => recordList(context, page, { query, matched: found.length, links }),
  });
}
