import type { FastifyReply } from 'fastify';
import type { View } from '../../kernel/access/narrow.ts';
import { Problem } from '../../kernel/errors.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { type Link, linkHeader } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, type RawQuery, requireParameters, trueOrFalse } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { isRecordId } from '../../kernel/log/log-writer.ts';
import { perObject } from '../../kernel/memo.ts';
import { isErasedRecord } from '../../kernel/query/erased-record.ts';
import { momentOf } from '../../kernel/query/position.ts';
import type { Question, RecordView } from '../../kernel/query/question.ts';
import { selfAndAlternates } from './answer.ts';
import { type Collection, type RequestContext, recordUrl } from './context.ts';
import { type AskedCrs, contentCrs, crs84, databaseCodes } from './crs.ts';
import { inCrs, requireFinite } from './database-refusal.ts';
import { geoJsonFeature, jsonFgFeature, jsonFgHead } from './feature.ts';
import { type ItemFormat, recordFormats } from './item-formats.ts';
import { lineageLinks } from './lineage.ts';
import { recordPage } from './pages/record-page.ts';
import { crsParameter } from './parameters/crs.ts';
import { propertiesParameter } from './parameters/names.ts';
import { knownAt } from './question-query.ts';
import { isUnchanged, recordHeaders, recordTag } from './validators.ts';

const parametersFor = perObject((codes: ReadonlySet<number>) =>
  perObject(({ fields }: View) => ({
    datetime: datetimeParameter,
    asOf: asOfParameter,
    properties: propertiesParameter(fields),
    skipGeometry: trueOrFalse,
    crs: crsParameter(codes),
    f: anyText,
  })),
);

/** GET `/collections/{id}/items/{record}`: one record as it was at an instant and as was known at another. */
export async function answerItem(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  const { services, request, caller } = context;
  const parameters = parametersFor(await databaseCodes(services.database))(collection.view);
  const query = requireParameters(request.query as RawQuery, parameters);
  const f = query.f === 'geojson' ? 'json' : query.f;
  const format = negotiate({ f, accept: request.headers.accept }, recordFormats);
  const crs = query.crs ?? crs84;
  const { datetime, properties, skipGeometry } = query;
  const asOf = query.asOf === undefined ? undefined : await knownAt(context, query.asOf);
  const record =
    isRecordId(id) &&
    (await inCrs(crs, () =>
      services.reader.item(
        {
          register: collection.register.id,
          caller,
          ...(datetime ? { datetime } : {}),
          ...(asOf === undefined ? {} : { asOf }),
          ...(properties ? { properties } : {}),
          ...(skipGeometry ? { skipGeometry } : {}),
          ...(crs.epsg === 4326 ? {} : { epsg: crs.epsg }),
        },
        id,
      ),
    ));
  if (!record) throw await missing(context, collection, id, { datetime, asOf });

  if (crs !== crs84) requireFinite([record], crs);
  reply.headers({ ...recordHeaders, 'content-crs': contentCrs(crs) });
  if (format.id !== 'html' && isUnchanged(context, reply, recordTag(context, record, format))) return reply;
  const links = [
    ...recordLinks(context, collection, record, format),
    ...(await lineageLinks(context, collection, record)),
  ];
  reply.type(format.mediaType).header('link', linkHeader(links));
  if (format.id === 'html') return reply.send(htmlPage(recordPage(context, collection, record, links)));
  if (record.text && format.id === 'json' && crs === crs84)
    return reply.send(withMembers(record.text, { links, entry: record.entry }));
  return sendJson(reply, format.mediaType, document(collection, record, crs, format, links));
}

/** A feature that lies ready as text, with more members at its end: what `document` makes of the record. */
function withMembers(feature: Uint8Array, members: object): Buffer {
  const more = Buffer.from(`,${JSON.stringify(members).slice(1)}`);
  return Buffer.concat([feature.subarray(0, -1), more]);
}

/** Why there is no record to show: nothing was said of it, or what was said has been erased. */
async function missing(
  { services }: RequestContext,
  { register, view }: Collection,
  id: string,
  { datetime, asOf }: { readonly [K in 'datetime' | 'asOf']: Question[K] | undefined },
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

function recordLinks(
  { request, base, language }: RequestContext,
  collection: Collection,
  record: RecordView,
  format: ItemFormat,
): readonly Link[] {
  const url = recordUrl(collection, record.id);
  return [
    ...selfAndAlternates(url, request.query as Record<string, string>, format, recordFormats),
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
