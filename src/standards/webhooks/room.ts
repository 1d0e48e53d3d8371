import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../kernel/http/html.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import { languageOf } from '../../kernel/http/request.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { WebhooksOptions } from './context.ts';

/** The page that the portal's room of webhooks stands in; without script it says how else to look after them. */
export function answerRoom(request: FastifyRequest, reply: FastifyReply, { settings }: WebhooksOptions) {
  const language = languageOf(request, settings.language);
  const base = baseUrl(request, settings);
  reply.headers({
    'content-language': language,
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Language, Cookie',
  });
  return reply.type('text/html; charset=utf-8').send(
    htmlPage({
      language,
      base,
      settings,
      self: `${base}/webhooks`,
      title: message(language, 'webhooks.title'),
      trail: [{ title: settings.title[language], href: `${base}/` }],
      body: html`<p class="ds-paragraph">${message(language, 'webhooks.without-portal')}</p>`,
    }),
  );
}
