import type { FastifyInstance } from 'fastify';
import { lonLatBoxParameter } from '../../kernel/http/bbox-parameter.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import {
  anyText,
  countUpTo,
  type Parser,
  type RawQuery,
  requireParameters,
} from '../../kernel/http/parameters.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { message } from '../../kernel/i18n/message.ts';
import { findRecords } from '../../kernel/search/find-records.ts';
import type { Services } from '../../kernel/services.ts';
import { hitOf } from './hit.ts';
import { searchBody } from './search-page.ts';

export interface SearchOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
}

const offered = [
  { id: 'json', mediaType: 'application/json' },
  { id: 'html', mediaType: 'text/html; charset=utf-8', aliases: ['text/html'] },
];
const mostWords = 8;
const defaultLimit = 5;

const wordsParameter: Parser<readonly string[]> = (text) => {
  const words = text.trim().split(/\s+/u);
  const isFine = text.length <= 200 && words.length <= mostWords && !/\p{Cc}/u.test(text) && words[0] !== '';
  return isFine ? { value: words } : { code: 'search-words', params: { maximum: mostWords } };
};

/** `/search?q=…`: words looked for in all registers at once, for the portal's home and for whoever reads without it. */
export async function searchPlugin(
  app: FastifyInstance,
  { services, settings }: SearchOptions,
): Promise<void> {
  addResource(app, '/search', {
    handlers: {
      GET: async (request, reply) => {
        const query = requireParameters(request.query as RawQuery, {
          q: wordsParameter,
          limit: countUpTo(1, 100),
          bbox: lonLatBoxParameter,
          datetime: datetimeParameter,
          asOf: asOfParameter,
          f: anyText,
        });
        const chosen = negotiate({ f: query.f, accept: request.headers.accept }, offered);
        const language = languageOf(request, settings.language);
        const base = baseUrl(request, settings);
        const { q: words = [], limit = defaultLimit, bbox, datetime, asOf } = query;
        const q = words.join(' ');
        const found = await findRecords(services, {
          text: q,
          limit,
          caller: callerOf(request),
          ...(bbox && { bbox }),
          ...(datetime && { datetime }),
          ...(asOf !== undefined && { asOf }),
        });
        const hits = found.map((each) => hitOf(each, q, language));
        reply.headers({
          vary: 'Accept, Accept-Language, Cookie, Authorization',
          'cache-control': 'no-cache',
          'content-language': language,
        });
        if (chosen.id !== 'html')
          return sendJson(reply, chosen.mediaType, { q, numberReturned: hits.length, hits });
        const page = htmlPage({
          language,
          base,
          settings,
          title: message(language, 'page.search'),
          self: `${base}/search?q=${encodeURIComponent(q)}`,
          trail: [{ title: settings.title[language], href: `${base}/` }],
          body: searchBody(base, language, q, hits),
        });
        return reply.type(chosen.mediaType).send(page);
      },
    },
  });
}
