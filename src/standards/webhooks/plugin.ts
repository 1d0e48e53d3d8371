import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import { prefersPage } from '../../kernel/http/negotiation.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import type { WebhooksContext, WebhooksOptions } from './context.ts';
import { answerDeadLetters, dismissLetters, redeliverLetters } from './dead-letters.ts';
import { answerRoom } from './room.ts';
import {
  answerWebhook,
  answerWebhooks,
  changeWebhook,
  makeWebhook,
  removeWebhookAnswer,
  rotateWebhook,
} from './webhooks.ts';

/**
 * `/webhooks`: who is told of changes by a POST to their URL (Standard Webhooks, CloudEvents in structured mode), how it
 * goes, and what could not be delivered. For the administrator alone.
 */
export async function webhooksPlugin(app: FastifyInstance, options: WebhooksOptions): Promise<void> {
  const at = (request: FastifyRequest): WebhooksContext => {
    const caller = callerOf(request);
    if (caller.kind !== 'administrator') throw new Problem('not-authorised');
    return { ...options, request, actor: caller.name, base: baseUrl(request, options.settings) };
  };
  type Handler = (context: WebhooksContext, reply: Parameters<typeof answerWebhooks>[1]) => unknown;
  const handler =
    (run: Handler) => async (request: FastifyRequest, reply: Parameters<typeof answerWebhooks>[1]) => {
      reply.headers({ 'cache-control': 'no-store', vary: 'Authorization' });
      return await run(at(request), reply);
    };
  const list = handler(answerWebhooks);
  addResource(app, '/webhooks', {
    handlers: {
      // A browser gets a page for its portal, which then asks with the session's token; there is nothing in it.
      GET: async (request, reply) =>
        prefersPage(request.headers.accept)
          ? answerRoom(request, reply, options)
          : await list(request, reply),
      POST: handler(makeWebhook),
    },
  });
  addResource(app, '/webhooks/:id', {
    handlers: {
      GET: handler(answerWebhook),
      PATCH: handler(changeWebhook),
      DELETE: handler(removeWebhookAnswer),
    },
  });
  addResource(app, '/webhooks/:id/secret', { handlers: { POST: handler(rotateWebhook) } });
  addResource(app, '/webhooks/:id/dead-letters', { handlers: { GET: handler(answerDeadLetters) } });
  for (const which of ['', '/:position']) {
    const letters = `/webhooks/:id/dead-letters${which}`;
    addResource(app, `${letters}/redelivery`, { handlers: { POST: handler(redeliverLetters) } });
    addResource(app, `${letters}/dismissal`, { handlers: { POST: handler(dismissLetters) } });
  }
}
