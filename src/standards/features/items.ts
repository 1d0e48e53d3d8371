import type { FastifyReply } from 'fastify';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { type Link, linkHeader, type QueryValues, withQuery } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { serverTiming } from '../../kernel/http/server-timing.ts';
import type { FeatureText, Page } from '../../kernel/query/question.ts';
import { typeOf } from './answer.ts';
import type { Collection, RequestContext } from './context.ts';
import { contentCrs, crs84 } from './crs.ts';
import { inCrs, requireFinite } from './database-refusal.ts';
import { geoJsonFeature, jsonFgFeature, jsonFgHead } from './feature.ts';
import { type ItemFormat, itemFormats } from './item-formats.ts';
import type { ItemsAnswer } from './items-answer.ts';
import { readItemsQuery } from './items-query.ts';
import { numberMatched } from './matched.ts';
import { itemsPage } from './pages/items-page.ts';
import { sendRecords } from './send-records.ts';
import { isUnchanged, listTag, recordHeaders } from './validators.ts';

/** GET `/collections/{id}/items`: one page of the records that a question finds. */
export async function answerItems(context: RequestContext, collection: Collection, reply: FastifyReply) {
  const { services, request } = context;
  const query = await readItemsQuery(context, collection);
  const f = query.f === 'geojson' ? 'json' : query.f;
  const format = negotiate({ f, accept: request.headers.accept }, itemFormats);
  reply.headers({ ...recordHeaders, 'content-crs': contentCrs(query.crs) });
  const tag = await listTag(context, collection, query, format);
  if (format.id !== 'html' && isUnchanged(context, reply, tag)) return reply;

  const { limit, token, shape, question } = query;
  const page = await inCrs(query.crs, () =>
    services.reader.page({ ...question, ...shape, limit, ...(token === undefined ? {} : { cursor: token }) }),
  );
  if (query.crs !== crs84) requireFinite(page.records, query.crs);
  const matched = await numberMatched(services, query, page);
  const links = pageLinks(context, collection, format, page);
  const answer: ItemsAnswer = { query, page, matched, links, format };
  reply.type(format.mediaType).headers({
    link: linkHeader(links),
    'ogc-numberreturned': page.features?.count ?? page.records.length,
    ...(matched.isExact ? { 'ogc-numbermatched': matched.count } : {}),
    ...(page.answeredBy ? { 'server-timing': serverTiming(page.answeredBy) } : {}),
  });
  if (format.id === 'html') return reply.send(htmlPage(await itemsPage(context, collection, answer)));
  if (format.sink) return sendRecords(context, collection, reply, { format, query, batches: [page.records] });
  if (page.features && format.id === 'json' && query.crs === crs84)
    return reply.send(withFeatures(head(context, collection, answer), page.features));
  return sendJson(reply, format.mediaType, document(context, collection, answer));
}

function document(context: RequestContext, collection: Collection, answer: ItemsAnswer): object {
  const { page, query, format } = answer;
  const feature = format.id === 'jsonfg' ? jsonFgFeature : geoJsonFeature;
  return {
    ...head(context, collection, answer),
    features: page.records.map((record) => feature(record, query.crs)),
  };
}

/** All members of the collection but its features. */
function head(context: RequestContext, collection: Collection, answer: ItemsAnswer): object {
  const { page, matched, links, query, format } = answer;
  return {
    type: 'FeatureCollection',
    ...(format.id === 'jsonfg'
      ? jsonFgHead(collection.register.id, query.crs, `${collection.url}/schema`)
      : {}),
    links,
    timeStamp: context.services.clock().toISOString(),
    numberMatched: matched.count,
    ...(matched.isExact ? {} : { numberMatchedIsEstimate: true }),
    numberReturned: page.features?.count ?? page.records.length,
    logPosition: page.position,
  };
}

const end = Buffer.from(']}');

/** The collection with features that lie ready as bytes: nothing of them is read or written anew. */
function withFeatures(members: object, { bytes }: FeatureText): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(members).slice(0, -1)},"features":[`), bytes, end]);
}

/** `self`, the other forms, the next page and the collection; queries are kept as they came. */
function pageLinks(
  { request, base, language }: RequestContext,
  collection: Collection,
  format: ItemFormat,
  page: Page,
): readonly Link[] {
  const url = `${collection.url}/items`;
  const asked = request.query as Record<string, string>;
  const { f: _, ...ofAnyForm } = asked;
  const { token: __, ...fromTheFirst } = asked;
  const anyForm = openQuery(url, ofAnyForm);
  const others = itemFormats.filter(({ id }) => id !== format.id);
  return [
    { rel: 'self', href: withQuery(url, asked), type: typeOf(format), title: format.title },
    ...others.map((other) => ({
      rel: 'alternate',
      href: `${anyForm}f=${other.id}`,
      type: typeOf(other),
      title: other.title,
    })),
    ...(page.next === undefined
      ? []
      : [
          {
            rel: 'next',
            href: `${openQuery(url, fromTheFirst)}token=${encodeURIComponent(page.next)}`,
            type: typeOf(format),
          },
        ]),
    {
      rel: 'collection',
      href: collection.url,
      type: 'application/json',
      title: collection.register.title[language],
    },
    { rel: 'root', href: `${base}/`, type: 'application/json' },
  ];
}

/** A URL with its query, ready for one more parameter at its end. */
function openQuery(url: string, query: QueryValues): string {
  const asked = withQuery(url, query);
  return asked === url ? `${url}?` : `${asked}&`;
}
