import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type ProblemId, problems } from '../errors.ts';
import type { Language } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { html, type Markup } from './html.ts';
import { htmlPage } from './html-page.ts';
import { baseUrl } from './links.ts';
import { prefersPage } from './negotiation.ts';
import { type ProblemDocument, problemDocument } from './problem-document.ts';
import { problemOf } from './problem-of.ts';
import { languageOf } from './request.ts';
import { sendJson } from './send-json.ts';
import { type HttpSettings, maxUrlLength } from './settings.ts';

export const problemMediaType = 'application/problem+json';

/**
 * Answers every refusal in one way: RFC 9457 in the reader's language, or a page for a browser. Call it before
 * routes are added; `frameworkErrors` of the fastify factory wants `answerProblem` too, for URLs that cannot be read.
 */
export function installProblems(app: FastifyInstance, settings: HttpSettings): void {
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, settings));
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Problem('not-found'), request, reply, settings),
  );
  app.addHook('onRequest', (request, _reply, done) => {
    const length = request.raw.url?.length ?? 0;
    if (length <= maxUrlLength) return done();
    const params = { value: length, maximum: maxUrlLength };
    done(new Problem('too-complex', {}, [{ pointer: '', code: 'url-too-long', params }]));
  });
  app.get<{ Params: { id: string } }>('/problems/:id', async (request, reply) => {
    const { id } = request.params;
    if (!Object.hasOwn(problems, id)) throw new Problem('not-found');
    const language = languageOf(request, settings.language);
    const document = problemDocument(new Problem(id as ProblemId), language, safeBase(request, settings));
    if (!prefersPage(request.headers.accept)) return sendJson(reply, 'application/json', document);
    return reply.type('text/html; charset=utf-8').send(problemPage(document, request, language, settings));
  });
}

/** Renders a problem once, whatever went wrong. */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  settings: HttpSettings,
): FastifyReply {
  const problem = problemOf(error, request, settings.limits);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  const language = languageOf(request, settings.language);
  const base = safeBase(request, settings);
  const document = problemDocument(problem, language, base, request.url.slice(0, 2000));
  reply.code(problem.status);
  reply.removeHeader('etag');
  reply.headers({
    'cache-control': 'no-store',
    'content-language': language,
    vary: 'Accept, Accept-Language, Cookie',
  });
  if (problem.status === 401 && !reply.hasHeader('www-authenticate'))
    reply.header('www-authenticate', 'Bearer realm="ufuq"');
  if (problem.id === 'busy' || problem.id === 'not-ready') reply.header('retry-after', '5');
  if (prefersPage(request.headers.accept))
    return reply.type('text/html; charset=utf-8').send(problemPage(document, request, language, settings));
  return sendJson(reply, problemMediaType, document);
}

/** A base for links that never fails, since it serves in answering failures. */
function safeBase(request: FastifyRequest, settings: HttpSettings): string {
  try {
    return baseUrl(request, settings);
  } catch {
    return 'http://localhost';
  }
}

function problemPage(
  document: ProblemDocument,
  request: FastifyRequest,
  language: Language,
  settings: HttpSettings,
): string {
  const base = safeBase(request, settings);
  return htmlPage({
    language,
    title: document.title,
    base,
    self: `${base}/`,
    settings,
    isPortalRoom: false,
    body: html`<div class="ds-alert" data-color="${document.status >= 500 ? 'danger' : 'warning'}" role="alert">
<p class="ds-paragraph">${document.detail}</p>${errorList(document)}</div>
<p class="ds-paragraph"><a class="ds-link" href="${base}/">${message(language, 'page.home')}</a></p>`,
  });
}

function errorList({ errors = [] }: ProblemDocument): Markup | false {
  if (errors.length === 0) return false;
  return html`<dl class="facts">${errors.map(
    ({ pointer, detail }) => html`<dt><code>${pointer}</code></dt><dd>${detail}</dd>`,
  )}</dl>`;
}
