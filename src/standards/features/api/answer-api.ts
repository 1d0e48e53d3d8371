import type { FastifyReply } from 'fastify';
import { type Markup, html as markup } from '../../../kernel/http/html.ts';
import { htmlPage } from '../../../kernel/http/html-page.ts';
import { requireParameters } from '../../../kernel/http/parameters.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { answerDescription } from '../answer.ts';
import type { RequestContext } from '../context.ts';
import { table } from '../pages/display.ts';
import { html, openApi } from '../representations.ts';
import { type ApiDocument, apiDocument } from './api-document.ts';

/** GET `/api`: OpenAPI 3.0, or for a browser the page that `/api.html` shows. */
export function answerApi(context: RequestContext, reply: FastifyReply): FastifyReply {
  const document = apiDocument(context);
  return answerDescription(context, reply, {
    url: `${context.base}/api`,
    offered: [openApi, html],
    document: () => document,
    page: () => apiPage(context, document),
  });
}

/** GET `/api.html`. */
export function answerApiPage(context: RequestContext, reply: FastifyReply): FastifyReply {
  requireParameters(context.request.query as Record<string, string>, {});
  const { base, language, settings } = context;
  const page = apiPage(context, apiDocument(context));
  reply.headers({ vary: 'Accept-Language, Cookie, Authorization', 'cache-control': 'no-cache' });
  return reply
    .type(html.mediaType)
    .send(htmlPage({ language, base, settings, self: `${base}/api.html`, ...page }));
}

function apiPage(context: RequestContext, document: ApiDocument) {
  const { base, language, settings } = context;
  return {
    title: message(language, 'page.api'),
    body: apiBody(context, document),
    trail: [{ title: settings.title[language], href: `${base}/` }],
    isPortalRoom: false,
  };
}

interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name?: string; readonly $ref?: string }[];
}

/** Operations under the collection that they belong to. */
function apiBody({ base, language }: RequestContext, { paths }: ApiDocument): Markup {
  const groups = new Map<string, (readonly (Markup | string)[])[]>();
  for (const [path, item] of Object.entries(paths))
    for (const [method, operation] of Object.entries(item) as [string, Operation][]) {
      if (method === 'parameters') continue;
      const names = (operation.parameters ?? []).map(({ name, $ref }) => name ?? $ref!.split('/').at(-1)!);
      const rows = groups.get(operation.tags[0]!) ?? [];
      groups.set(operation.tags[0]!, rows);
      rows.push([
        markup`<code>${method.toUpperCase()}</code>`,
        markup`<code dir="ltr">${path}</code>`,
        markup`<span lang="en" dir="ltr">${operation.summary}</span>`,
        markup`<code>${names.join(', ')}</code>`,
      ]);
    }
  const heads = (['method', 'path', 'meaning', 'parameters'] as const).map((key) =>
    message(language, `page.${key}`),
  );
  return markup`<p class="ds-paragraph"><a class="ds-link" href="${base}/api?f=json">OpenAPI 3.0</a></p>
${[...groups].map(([name, rows]) => markup`<section><h2 class="ds-heading" data-size="sm">${name}</h2>${table(name, heads, rows)}</section>`)}`;
}
