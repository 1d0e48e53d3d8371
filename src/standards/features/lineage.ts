import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { type Link, withQuery } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, countUpTo, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import {
  mostGenerations,
  mostRelatives,
  readLineage,
  successorsOf,
} from '../../kernel/lineage/read-lineage.ts';
import { isRecordId } from '../../kernel/log/log-writer.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import { predecessorsField } from '../../kernel/register/rule.ts';
import { selfAndAlternates } from './answer.ts';
import { type Collection, type RequestContext, recordUrl } from './context.ts';
import { lineagePage } from './pages/lineage-page.ts';
import { html, json } from './representations.ts';
import { sendAspect } from './send-aspect.ts';
import { recordHeaders } from './validators.ts';

const offered = [json, html];

/** GET `/collections/{id}/items/{record}/lineage`: what a record came from and what came of it, a page at a time. */
export async function answerLineage(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  const { services, request, settings, caller } = context;
  const query = requireParameters(request.query as RawQuery, {
    limit: countUpTo(1, settings.limits.pageSize),
    start: countUpTo(0, mostRelatives),
    depth: countUpTo(1, mostGenerations),
    f: anyText,
  });
  const chosen = negotiate({ f: query.f, accept: request.headers.accept }, offered);
  const { register } = collection;
  if (!isRecordId(id))
    throw new Problem('record-not-found', { register: register.id, record: id.slice(0, 200) });
  const asked = { register: register.id, record: id, caller, ...(query.depth ? { depth: query.depth } : {}) };
  const { relatives, isComplete } = await readLineage(services, asked);
  const start = query.start ?? 0;
  const shown = relatives.slice(start, start + (query.limit ?? settings.limits.pageSizeDefault));
  const url = `${recordUrl(collection, id)}/lineage`;
  const given = request.query as Record<string, string>;
  const end = start + shown.length;
  const links: readonly Link[] = [
    ...selfAndAlternates(url, given, chosen, offered),
    { rel: 'item', href: recordUrl(collection, id), type: 'application/geo+json' },
    ...(end < relatives.length
      ? [{ rel: 'next', href: withQuery(url, { ...given, start: end }), type: json.mediaType }]
      : []),
  ];
  reply.headers(recordHeaders);
  return sendAspect(context, reply, {
    url,
    chosen,
    links,
    document: () => ({
      register: register.id,
      record: id,
      numberOfRelatives: relatives.length,
      isComplete,
      relatives: shown.map((relative) => ({ ...relative, href: recordUrl(collection, relative.id) })),
    }),
    page: () => lineagePage(context, collection, id, shown, links),
  });
}

/** Links from a record to its predecessors, its successors (RFC 5829) and its whole lineage. */
export async function lineageLinks(
  { services, caller }: RequestContext,
  collection: Collection,
  record: RecordView,
): Promise<readonly Link[]> {
  const { register } = collection;
  if (register.lineage === undefined) return [];
  const named = record.properties[predecessorsField];
  const before = Array.isArray(named) ? named.map(String) : [];
  const after = await successorsOf(services, { register: register.id, record: record.id, caller });
  const to = (rel: string) => (id: string) => ({
    rel,
    href: recordUrl(collection, id),
    type: 'application/geo+json',
    title: id,
  });
  return [
    ...before.map(to('predecessor-version')),
    ...after.map(to('successor-version')),
    {
      rel: 'related',
      href: `${recordUrl(collection, record.id)}/lineage`,
      type: 'application/json',
      title: 'lineage',
    },
  ];
}
