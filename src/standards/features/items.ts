import type { FastifyReply } from 'fastify';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { FeatureText } from '../../kernel/query/question.ts';
import type { Collection, ReadContext, RequestContext } from './context.ts';
import { contentCrs, crs84 } from './crs.ts';
import { inCrs, requireFinite } from './database-refusal.ts';
import { geoJsonFeature, jsonFgFeature } from './feature.ts';
import { type ItemFormat, itemFormats } from './item-formats.ts';
import type { ItemsAnswer } from './items-answer.ts';
import { pageHeaders, pageLinks, pageMembers } from './items-head.ts';
import { type ItemsQuery, pageQuestion, readItemsQuery } from './items-query.ts';
import { numberMatched } from './matched.ts';
import { itemsPage } from './pages/items-page.ts';
import { settled } from './question-query.ts';
import { sendRecords } from './send-records.ts';
import { isUnchanged, listTag, recordHeaders } from './validators.ts';

/** GET `/collections/{id}/items`: one page of the records that a question finds. */
export async function answerItems(context: RequestContext, collection: Collection, reply: FastifyReply) {
  const { services } = context;
  const asked = readItemsQuery(context, collection);
  const format = itemFormatOf(context, asked);
  reply.headers({ ...recordHeaders, 'content-crs': contentCrs(asked.crs) });
  const position = await services.reader.lastChange(collection.register.id);
  const tag = listTag(context, collection, { query: asked, chosen: format, position });
  if (format.id !== 'html' && isUnchanged(context, reply, tag)) return reply;

  const query = { ...asked, question: await settled(context, asked.question) };
  const { crs } = query;
  const page = await inCrs(crs, () => services.reader.page(pageQuestion(query)));
  if (crs !== crs84) requireFinite(page.records, crs);
  const matched = await numberMatched(services, query, page);
  const links = pageLinks(context, collection, format, page);
  const returned = page.features?.count ?? page.records.length;
  const answer: ItemsAnswer = { query, page, returned, matched, links, format };
  reply.type(format.mediaType).headers(pageHeaders(answer));
  if (format.id === 'html') return reply.send(htmlPage(await itemsPage(context, collection, answer)));
  if (format.sink) return sendRecords(context, collection, reply, { format, query, batches: [page.records] });
  if (page.features && format.id === 'json' && crs === crs84)
    return reply.send(withFeatures(pageMembers(context, collection, answer), page.features));
  return sendJson(reply, format.mediaType, document(context, collection, answer));
}

/** The form in which a client would have a page. */
export function itemFormatOf({ headers }: ReadContext, query: Pick<ItemsQuery, 'f'>): ItemFormat {
  const f = query.f === 'geojson' ? 'json' : query.f;
  return negotiate({ f, accept: headers.accept }, itemFormats);
}

function document(context: RequestContext, collection: Collection, answer: ItemsAnswer): object {
  const { page, query, format } = answer;
  const feature = format.id === 'jsonfg' ? jsonFgFeature : geoJsonFeature;
  return {
    ...pageMembers(context, collection, answer),
    features: page.records.map((record) => feature(record, query.crs)),
  };
}

const end = Buffer.from(']}');

/** The collection with features that lie ready as bytes: nothing of them is read or written anew. */
function withFeatures(members: object, { bytes }: FeatureText): Buffer {
  return Buffer.concat([Buffer.from(openFeatures(members)), bytes, end]);
}

/** A collection up to its first feature. */
export function openFeatures(members: object): string {
  return `${JSON.stringify(members).slice(0, -1)},"features":[`;
}
