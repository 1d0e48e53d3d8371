import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { entityTag } from '../../kernel/http/entity-tag.ts';
import { linkHeader } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, type Parser, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { canonicalJson } from '../../kernel/log/canonical-json.ts';
import type { Entry, Position } from '../../kernel/log/entry.ts';
import { isRecordId } from '../../kernel/log/log-writer.ts';
import { geometryDiff } from '../../kernel/query/geometry-diff.ts';
import { selfAndAlternates } from './answer.ts';
import { type Collection, type RequestContext, recordUrl } from './context.ts';
import { json } from './representations.ts';
import { isUnchanged, recordHeaders } from './validators.ts';

const offered = [json];

const positionParameter: Parser<Position> = (text) =>
  /^\d{1,15}$/.test(text) ? { value: Number(text) } : { code: 'count', params: { minimum: 1, maximum: '…' } };

/**
 * GET `/collections/{id}/items/{record}/history/diff?from=&to=`: what two entries of a record say differently, properties
 * and geometry. Without `to` the newest entry, without `from` the one before it.
 */
export async function answerHistoryDiff(
  context: RequestContext,
  collection: Collection,
  id: string,
  reply: FastifyReply,
) {
  const { services, request, caller } = context;
  const query = requireParameters(request.query as RawQuery, {
    from: positionParameter,
    to: positionParameter,
    f: anyText,
  });
  const chosen = negotiate({ f: query.f, accept: request.headers.accept }, offered);
  const to = await entryAt(context, collection, id, query.to);
  const from =
    query.from === undefined
      ? await entryBefore(context, collection, id, to.position)
      : await entryAt(context, collection, id, query.from);
  reply.headers(recordHeaders);
  // Entries stay what they are; only a deletion of what they said changes the answer, and that moves the log on.
  const tag = entityTag({
    position: await services.reader.position(),
    variant: ['diff', from?.position, to.position, caller.kind],
    isWeak: true,
  });
  if (isUnchanged(context, reply, tag)) return reply;
  const url = `${recordUrl(collection, id)}/history/diff`;
  const links = [
    ...selfAndAlternates(url, request.query as Record<string, string>, chosen, offered),
    { rel: 'up', href: `${recordUrl(collection, id)}/history`, type: json.mediaType },
  ];
  reply.header('link', linkHeader(links));
  return sendJson(reply, chosen.mediaType, {
    register: collection.register.id,
    record: id,
    from: from && headOf(from),
    to: headOf(to),
    properties: propertyChanges(from, to),
    geometry: await geometryDiff(services.database, from?.body?.geometry ?? null, to.body?.geometry ?? null),
    links,
  });
}

type Known = Parameters<typeof entriesBefore>;

async function entriesBefore(
  { services, caller }: RequestContext,
  { register }: Collection,
  id: string,
  before: Position | undefined,
): Promise<readonly Entry[]> {
  if (!isRecordId(id)) return [];
  return await services.reader.history(register.id, id, caller, {
    limit: 1,
    ...(before === undefined ? {} : { before }),
  });
}

/** The entry at a position, or the newest. @throws {Problem} `record-not-found` where the record has none there */
async function entryAt(...[context, collection, id, at]: Known): Promise<Entry> {
  const [entry] = await entriesBefore(context, collection, id, at === undefined ? undefined : at + 1);
  if (entry && (at === undefined || entry.position === at)) return entry;
  throw new Problem('record-not-found', { register: collection.register.id, record: id.slice(0, 200) });
}

async function entryBefore(...[context, collection, id, at]: Known): Promise<Entry | null> {
  const [entry] = await entriesBefore(context, collection, id, at);
  return entry ?? null;
}

function headOf({ body, register: _, record: __, ...head }: Entry): object {
  return { ...head, isAbsent: body === null };
}

/** Properties of which the two say different things; values are compared as canonical JSON. */
function propertyChanges(from: Entry | null, to: Entry): readonly object[] {
  const was = from?.body?.properties ?? {};
  const became = to.body?.properties ?? {};
  const names = [...new Set([...Object.keys(was), ...Object.keys(became)])];
  return names.flatMap((name) => {
    const [before, after] = [was[name] ?? null, became[name] ?? null];
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ name, was: before, became: after }];
  });
}
