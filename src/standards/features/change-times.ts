import type { FastifyReply } from 'fastify';
import { entityTag } from '../../kernel/http/entity-tag.ts';
import { linkHeader } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, countUpTo, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { asOfParameter } from '../../kernel/http/time-parameters.ts';
import { type ChangeDensity, changeDensity } from '../../kernel/query/change-density.ts';
import { momentOf } from '../../kernel/query/position.ts';
import type { Services } from '../../kernel/services.ts';
import { selfAndAlternates } from './answer.ts';
import type { Collection, RequestContext } from './context.ts';
import { knownAt } from './question-query.ts';
import { json } from './representations.ts';
import { isUnchanged, recordHeaders } from './validators.ts';

const offered = [json];
const usualMarks = 96;
const mostMarks = 1000;

/** GET `/collections/{id}/times`: when something of the register changed, for the axis of a time control. */
export async function answerChangeTimes(
  context: RequestContext,
  collection: Collection,
  reply: FastifyReply,
) {
  const { services, request, caller } = context;
  const { register, view, url } = collection;
  const query = requireParameters(request.query as RawQuery, {
    asOf: asOfParameter,
    limit: countUpTo(2, mostMarks),
    f: anyText,
  });
  const chosen = negotiate({ f: query.f, accept: request.headers.accept }, offered);
  reply.headers(recordHeaders);
  const lastChange = await services.reader.lastChange(register.id);
  const tag = entityTag({ position: lastChange, variant: ['times', caller.kind], isWeak: true });
  if (isUnchanged(context, reply, tag)) return reply;
  const asOf = query.asOf === undefined ? undefined : await knownAt(context, query.asOf);
  const fixed = { now: services.clock().getTime() };
  const question = asOf === undefined ? {} : { asOf };
  const { position } = await momentOf(services.database, register, question, fixed);
  const limit = query.limit ?? usualMarks;
  const key = [register.id, caller.kind, lastChange, position >= lastChange ? '' : position, limit].join(' ');
  const density = await remembered(services, key, () =>
    changeDensity(services.database, { register, view, position }, limit),
  );
  const links = selfAndAlternates(`${url}/times`, request.query as Record<string, string>, chosen, offered);
  reply.header('link', linkHeader(links));
  return sendJson(reply, chosen.mediaType, { register: register.id, position, ...density, links });
}

const memory = new WeakMap<Services, Map<string, Promise<ChangeDensity>>>();
const mostRemembered = 200;

function remembered(
  services: Services,
  key: string,
  find: () => Promise<ChangeDensity>,
): Promise<ChangeDensity> {
  const all = memory.get(services) ?? new Map<string, Promise<ChangeDensity>>();
  memory.set(services, all);
  const known = all.get(key);
  if (known) return known;
  const found = find();
  if (all.size >= mostRemembered) all.delete(all.keys().next().value!);
  all.set(key, found);
  found.catch(() => all.delete(key));
  return found;
}
