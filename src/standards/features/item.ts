import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { type Link, linkHeader } from '../../kernel/http/links.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { serverTiming } from '../../kernel/http/server-timing.ts';
import { isRecordId } from '../../kernel/log/log-writer.ts';
import { isErasedRecord } from '../../kernel/query/erased-record.ts';
import { momentOf } from '../../kernel/query/position.ts';
import type { Question, RecordView } from '../../kernel/query/question.ts';
import { selfAndAlternates } from './answer.ts';
import { type Collection, type ReadContext, type RequestContext, recordUrl } from './context.ts';
import { type AskedCrs, contentCrs, crs84 } from './crs.ts';
import { inCrs, requireFinite } from './database-refusal.ts';
import { geoJsonFeature, jsonFgFeature, jsonFgHead } from './feature.ts';
import { type ItemFormat, recordFormats } from './item-formats.ts';
import { readItemQuery } from './item-query.ts';
import { lineageLinks } from './lineage.ts';
import { recordPage } from './pages/record-page.ts';
import { settled } from './question-query.ts';
import { isUnchanged, recordHeaders, recordTag } from './validators.ts';

/** GET `/collections/{id}/items/{record}`: one record as it was at an instant and as was known at another. */
export async function answerItem(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  const { services } = context;
  const { question: asked, crs, format } = readItemQuery(context, collection);
  const question = await settled(context, asked);
  const record = isRecordId(id) && (await inCrs(crs, () => services.reader.item(question, id)));
  if (!record) throw await missing(context, collection, id, question);

  if (crs !== crs84) requireFinite([record], crs);
  reply.headers({ ...recordHeaders, 'content-crs': contentCrs(crs) });
  if (format.id !== 'html' && isUnchanged(context, reply, recordTag(context, record, format))) return reply;
  const links = [
    ...recordLinks(context, collection, id, format),
    ...(await lineageLinks(context, collection, record)),
  ];
  reply.type(format.mediaType).header('link', linkHeader(links));
  if (record.answeredBy) reply.header('server-timing', serverTiming(record.answeredBy));
  if (format.id === 'html') return reply.send(htmlPage(recordPage(context, collection, record, links)));
  if (record.text && format.id === 'json' && crs === crs84)
    return reply.send(withMembers(record.text, moreMembers(JSON.stringify(links), record)));
  return sendJson(reply, format.mediaType, document(collection, record, crs, format, links));
}

/**
 * Members that the document of a record has beside those of its feature, from the comma before them to its end.
 * @param links in JSON
 */
export function moreMembers(links: string, { entry }: Pick<RecordView, 'entry'>): string {
  return `,"links":${links},"entry":${entry}}`;
}

/** A feature that lies ready as text, with more members at its end: what `document` makes of the record. */
function withMembers(feature: Uint8Array, more: string): Buffer {
  return Buffer.concat([feature.subarray(0, -1), Buffer.from(more)]);
}

/** Why there is no record to show: nothing was said of it, or what was said has been erased. */
async function missing(
  { services }: RequestContext,
  { register, view }: Collection,
  id: string,
  { datetime, asOf }: Pick<Question, 'datetime' | 'asOf'>,
): Promise<Problem> {
  const params = { register: register.id, record: id.slice(0, 200) };
  if (!isRecordId(id)) return new Problem('record-not-found', params);
  const asked = { ...(datetime ? { datetime } : {}), ...(asOf === undefined ? {} : { asOf }) };
  const { database, registry, clock } = services;
  const moment = await momentOf(database, register, asked, { now: clock().getTime() });
  const subject = { number: registry.numberOf(register.id), view, record: id };
  const isErased = await isErasedRecord(database, subject, moment);
  return new Problem(isErased ? 'record-erased' : 'record-not-found', params);
}

function document(
  { register, url }: Collection,
  record: RecordView,
  crs: AskedCrs,
  format: ItemFormat,
  links: readonly Link[],
): object {
  if (format.id === 'jsonfg')
    return { ...jsonFgHead(register.id, crs, `${url}/schema`), ...jsonFgFeature(record, crs, links) };
  return { ...geoJsonFeature(record, crs, links), entry: record.entry };
}

/** `self`, the other forms, the collection and the history. */
export function recordLinks(
  { query, base, language }: ReadContext,
  collection: Collection,
  id: string,
  format: ItemFormat,
): readonly Link[] {
  const url = recordUrl(collection, id);
  return [
    ...selfAndAlternates(url, query as Readonly<Record<string, string>>, format, recordFormats),
    {
      rel: 'collection',
      href: collection.url,
      type: 'application/json',
      title: collection.register.title[language],
    },
    { rel: 'version-history', href: `${url}/history`, type: 'application/json' },
    { rel: 'root', href: `${base}/`, type: 'application/json' },
  ];
}
