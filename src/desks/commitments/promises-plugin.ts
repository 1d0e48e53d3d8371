import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, noneMatch } from '../../kernel/http/entity-tag.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { baseUrl, type Link, withQuery } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import type { RawQuery } from '../../kernel/http/parameters.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { Services } from '../../kernel/services.ts';
import { listPromises } from './list-promises.ts';
import { promisesCalendar } from './promises-calendar.ts';
import { promisesDocument } from './promises-document.ts';
import { promisesBody } from './promises-page.ts';
import { readPromisesQuery } from './promises-query.ts';
import { promisesTable } from './promises-table.ts';

export interface PromisesOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
}

const offered = [
  { id: 'json', mediaType: 'application/json' },
  { id: 'html', mediaType: 'text/html; charset=utf-8', aliases: ['text/html'] },
  { id: 'csv', mediaType: 'text/csv; charset=utf-8', aliases: ['text/csv'] },
  { id: 'ics', mediaType: 'text/calendar; charset=utf-8', aliases: ['text/calendar'] },
] as const;

/** `/promises`: what was promised, by whom, until when, and how it stands on a day; JSON, page, CSV, calendar. */
export async function promisesPlugin(app: FastifyInstance, options: PromisesOptions): Promise<void> {
  addResource(app, '/promises', { handlers: { GET: (request, reply) => answer(options, request, reply) } });
}

async function answer(
  { services, settings }: PromisesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const today = services.clock().toISOString().slice(0, 10);
  const query = readPromisesQuery(request.query as RawQuery, today);
  const form = negotiate({ ...(query.f && { f: query.f }), ...accepted(request) }, offered);
  const language = languageOf(request, settings.language);
  const base = baseUrl(request, settings);
  const caller = callerOf(request);
  const list = await listPromises(services, { caller, day: query.day, asOf: query.asOf });
  const tag = entityTag({
    position: list.position,
    variant: [list.day, form.id, language, caller.kind],
    isWeak: true,
  });
  reply.headers({
    etag: tag,
    vary: 'Accept, Accept-Language, Cookie, Authorization',
    'cache-control': 'no-cache',
    'content-language': language,
  });
  if (noneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();
  const document = promisesDocument(list, query, language, base);
  const links = linksOf(request, base, { ...query, matched: document.numberMatched });
  reply.type(form.mediaType);
  if (form.id === 'csv') return reply.send(await promisesTable(document, language));
  if (form.id === 'ics')
    return reply.send(
      promisesCalendar(document, language, { base, stamp: new Date(`${list.day}T00:00:00Z`) }),
    );
  if (form.id === 'json') return sendJson(reply, form.mediaType, { ...document, links });
  const title = message(language, 'promise.title');
  const body = promisesBody(document, language, base);
  const trail = [{ title: settings.title[language], href: `${base}/` }];
  return reply.send(
    htmlPage({ language, title, base, settings, body, trail, links, self: `${base}${request.url}` }),
  );
}

function accepted({ headers }: FastifyRequest) {
  return headers.accept === undefined ? {} : { accept: headers.accept };
}

function linksOf(
  request: FastifyRequest,
  base: string,
  { limit, offset, matched }: { readonly limit: number; readonly offset: number; readonly matched: number },
): readonly Link[] {
  const { f: _, ...asked } = request.query as Record<string, string>;
  const at = (values: Record<string, string | number>) =>
    withQuery(`${base}/promises`, { ...asked, ...values });
  const formats = offered.map(({ id, mediaType }) => ({
    rel: id === 'json' ? 'self' : 'alternate',
    type: mediaType.split(';')[0]!,
    href: at({ f: id }),
  }));
  const next = { rel: 'next', type: 'application/json', href: at({ offset: offset + limit, limit }) };
  return offset + limit < matched ? [...formats, next] : formats;
}
