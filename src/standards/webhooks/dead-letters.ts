import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { isObject } from '../../kernel/http/json-body.ts';
import { withQuery } from '../../kernel/http/links.ts';
import { countUpTo, type RawQuery, requireParameters, trueOrFalse } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { deadLetters, dismiss, redeliver } from '../../kernel/webhooks/dead-letter.ts';
import { webhook } from '../../kernel/webhooks/webhook-store.ts';
import type { WebhooksContext } from './context.ts';
import { idOf } from './webhooks.ts';

const json = 'application/json';
const largest = Number.MAX_SAFE_INTEGER;

/** GET `/webhooks/{id}/dead-letters`: those that wait for a person, or with `settled=true` all there ever were. */
export async function answerDeadLetters(context: WebhooksContext, reply: FastifyReply) {
  const { request, services, base } = context;
  const query = requireParameters(request.query as RawQuery, {
    limit: countUpTo(1, 1000),
    after: countUpTo(0, largest),
    settled: trueOrFalse,
  });
  const { id } = await webhook(services.database, idOf(context));
  const { limit = 100, after = 0, settled = false } = query;
  const found = await deadLetters(services.database, id, { after, limit: limit + 1, withSettled: settled });
  const letters = found.slice(0, limit);
  const url = `${base}/webhooks/${id}/dead-letters`;
  return sendJson(reply, json, {
    numberReturned: letters.length,
    deadLetters: letters,
    links: [
      { rel: 'self', href: withQuery(url, { ...query }), type: json },
      ...(found.length > limit
        ? [{ rel: 'next', href: withQuery(url, { ...query, after: letters.at(-1)!.position }), type: json }]
        : []),
    ],
  });
}

/** POST `…/dead-letters/{position}/redelivery`, or of all: they are sent once more as soon as a deliverer is free. */
export async function redeliverLetters(context: WebhooksContext, reply: FastifyReply) {
  const { database } = context.services;
  const { id } = await webhook(database, idOf(context));
  return sendJson(reply.code(202), json, { queued: await redeliver(database, id, positionOf(context, id)) });
}

/** POST `…/dead-letters/{position}/dismissal`, or of all, `{reason}`: they are let go for good. */
export async function dismissLetters(context: WebhooksContext, reply: FastifyReply) {
  const { services, request, actor } = context;
  const { id } = await webhook(services.database, idOf(context));
  const reason = isObject(request.body) ? request.body.reason : undefined;
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > 1000 || !reason.isWellFormed())
    throw new Problem('invalid-body', {}, [
      { pointer: '/reason', code: 'required', params: { field: 'reason' } },
    ]);
  const position = positionOf(context, id);
  const dismissed = await dismiss(services.database, id, {
    actor,
    reason,
    ...(position !== undefined && { position }),
  });
  return sendJson(reply, json, { dismissed });
}

function positionOf({ request }: WebhooksContext, id: string): number | undefined {
  const { position } = request.params as { position?: string };
  if (position === undefined) return undefined;
  if (!/^\d{1,15}$/.test(position))
    throw new Problem('dead-letter-not-found', { webhook: id, position: position.slice(0, 40) });
  return Number(position);
}
