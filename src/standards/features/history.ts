import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { entityTag } from '../../kernel/http/entity-tag.ts';
import { type Link, withQuery } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import {
  anyText,
  countUpTo,
  type Parser,
  type RawQuery,
  requireParameters,
} from '../../kernel/http/parameters.ts';
import type { Entry, Position } from '../../kernel/log/entry.ts';
import { isRecordId } from '../../kernel/log/log-writer.ts';
import { selfAndAlternates } from './answer.ts';
import { type Collection, type RequestContext, recordUrl } from './context.ts';
import { historyPage } from './pages/history-page.ts';
import { html, json } from './representations.ts';
import { sendAspect } from './send-aspect.ts';
import { isUnchanged, recordHeaders } from './validators.ts';

const offered = [json, html];

/** `before`: entries with a smaller log position than this one. */
const beforeParameter: Parser<Position> = (text) =>
  /^\d{1,15}$/.test(text) ? { value: Number(text) } : { code: 'count', params: { minimum: 0, maximum: '…' } };

/** GET `/collections/{id}/items/{record}/history`: what was ever said of a record, newest first. */
export async function answerHistory(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  const { services, request, settings, caller } = context;
  const query = requireParameters(request.query as RawQuery, {
    limit: countUpTo(1, settings.limits.pageSize),
    before: beforeParameter,
    f: anyText,
  });
  const chosen = negotiate({ f: query.f, accept: request.headers.accept }, offered);
  const { register } = collection;
  const limit = query.limit ?? settings.limits.pageSizeDefault;
  const page = { limit: limit + 1, ...(query.before === undefined ? {} : { before: query.before }) };
  const found = isRecordId(id) ? await services.reader.history(register.id, id, caller, page) : [];
  if (found.length === 0 && query.before === undefined)
    throw new Problem('record-not-found', { register: register.id, record: id.slice(0, 200) });

  reply.headers(recordHeaders);
  const tag = entityTag({
    position: found[0]?.position ?? 0,
    variant: ['history', caller.kind],
    isWeak: true,
  });
  if (chosen.id !== 'html' && isUnchanged(context, reply, tag)) return reply;
  const entries = found.slice(0, limit);
  const url = `${recordUrl(collection, id)}/history`;
  const given = request.query as Record<string, string>;
  const links: readonly Link[] = [
    ...selfAndAlternates(url, given, chosen, offered),
    { rel: 'item', href: recordUrl(collection, id), type: 'application/geo+json' },
    ...(found.length > limit
      ? [
          {
            rel: 'next',
            href: withQuery(url, { ...given, before: entries.at(-1)!.position }),
            type: json.mediaType,
          },
        ]
      : []),
  ];
  return sendAspect(context, reply, {
    url,
    chosen,
    links,
    document: () => ({ register: register.id, record: id, entries: entries.map(entryDocument) }),
    page: () => historyPage(context, collection, id, entries, links),
  });
}

function entryDocument({ register: _, record: __, ...entry }: Entry): object {
  return entry;
}
