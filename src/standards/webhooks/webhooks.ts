import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { withQuery } from '../../kernel/http/links.ts';
import { countUpTo, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { headOf } from '../../kernel/log/head.ts';
import { checkQuestion, readWish, webhookDefaults } from '../../kernel/webhooks/read-settings.ts';
import type { Webhook, WebhookSettings } from '../../kernel/webhooks/webhook.ts';
import {
  createWebhook,
  removeWebhook,
  rotateSecret,
  updateWebhook,
  webhook,
  webhooks,
} from '../../kernel/webhooks/webhook-store.ts';
import type { WebhooksContext } from './context.ts';

const json = 'application/json';
const overlapHours = 24;

export const idOf = ({ request }: WebhooksContext) => (request.params as { id: string }).id;
const urlOf = ({ base }: WebhooksContext, { id }: Webhook) => `${base}/webhooks/${id}`;

function document(context: WebhooksContext, hook: Webhook): object {
  const url = urlOf(context, hook);
  return {
    ...hook,
    links: [
      { rel: 'self', href: url, type: json },
      { rel: 'dead-letters', href: `${url}/dead-letters`, type: json },
    ],
  };
}

/** GET `/webhooks`: page by page, in the order in which they were made. */
export async function answerWebhooks(context: WebhooksContext, reply: FastifyReply) {
  const { request, services, base } = context;
  const query = requireParameters(request.query as RawQuery, {
    limit: countUpTo(1, 1000),
    offset: countUpTo(0, 1_000_000),
  });
  const { limit = 100, offset = 0 } = query;
  const found = await webhooks(services.database, { limit: limit + 1, offset });
  const url = `${base}/webhooks`;
  return sendJson(reply, json, {
    numberReturned: Math.min(limit, found.length),
    webhooks: found.slice(0, limit).map((hook) => document(context, hook)),
    links: [
      { rel: 'self', href: withQuery(url, { ...query }), type: json },
      ...(found.length > limit
        ? [{ rel: 'next', href: withQuery(url, { limit, offset: offset + limit }), type: json }]
        : []),
    ],
  });
}

/** POST `/webhooks`: makes one. The answer has its secret, which is told only here. */
export async function makeWebhook(context: WebhooksContext, reply: FastifyReply) {
  const { request, services, policy, base, actor } = context;
  const { database, registry, clock } = services;
  const wish = readWish(request.body, registry, policy, ['title', 'target']);
  const settings = { ...webhookDefaults, ...wish.settings } as WebhookSettings;
  await checkQuestion(registry, settings);
  const since = wish.since === undefined ? undefined : Math.min(wish.since, await headOf(database));
  const made = await createWebhook(database, clock, {
    settings,
    origin: base,
    actor,
    ...(wish.secret !== undefined && { secret: wish.secret }),
    ...(since !== undefined && { since }),
  });
  reply.code(201).header('location', urlOf(context, made.webhook));
  return sendJson(reply, json, { ...document(context, made.webhook), secret: made.secret });
}

/** GET `/webhooks/{id}`: as it stands, and how it goes. */
export async function answerWebhook(context: WebhooksContext, reply: FastifyReply) {
  return sendJson(reply, json, document(context, await webhook(context.services.database, idOf(context))));
}

/** PATCH `/webhooks/{id}`: changes what the body names; `since` moves the cursor, `state` pauses and resumes. */
export async function changeWebhook(context: WebhooksContext, reply: FastifyReply) {
  const { request, services, policy } = context;
  const { database, registry } = services;
  const present = await webhook(database, idOf(context));
  const { settings, secret, since } = readWish(request.body, registry, policy);
  if (secret !== undefined)
    throw new Problem('invalid-body', {}, [
      { pointer: '/secret', code: 'member-unknown', params: { value: 'secret', allowed: 'POST …/secret' } },
    ]);
  await checkQuestion(registry, { ...present, ...settings });
  const from = since === undefined ? undefined : Math.min(since, await headOf(database));
  const changed = await updateWebhook(database, present.id, settings, from);
  return sendJson(reply, json, document(context, changed));
}

/** DELETE `/webhooks/{id}`: with its dead letters. */
export async function removeWebhookAnswer(context: WebhooksContext, reply: FastifyReply) {
  await removeWebhook(context.services.database, idOf(context));
  return reply.code(204).send();
}

/** POST `/webhooks/{id}/secret`: a new secret; the one before signs as well for 24 hours. */
export async function rotateWebhook(context: WebhooksContext, reply: FastifyReply) {
  const { services, request, policy } = context;
  const { database, registry } = services;
  const { secret: own } = readWish(request.body ?? {}, registry, policy);
  const secret = await rotateSecret(database, idOf(context), {
    overlapHours,
    ...(own !== undefined && { secret: own }),
  });
  return sendJson(reply, json, { secret, overlapHours });
}
