import type { FastifyReply } from 'fastify';
import { type CountDocument, countDocument } from '../../kernel/completeness/count-document.ts';
import { type CountAnswer, takeCount } from '../../kernel/completeness/take-count.ts';
import { entityTag } from '../../kernel/http/entity-tag.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import { type Link, linkHeader, segment, withQuery } from '../../kernel/http/links.ts';
import { negotiate, type Representation } from '../../kernel/http/negotiation.ts';
import { anyText, countUpTo } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { parseGroupKeys } from '../../kernel/query/group-key.ts';
import { selfAndAlternates } from './answer.ts';
import { minuteOf } from './collection-facts.ts';
import type { Collection, RequestContext } from './context.ts';
import { countCsv } from './count-csv.ts';
import { countPage } from './pages/count-page.ts';
import { questionParameters, readQuestion, settled } from './question-query.ts';
import { html, json } from './representations.ts';
import { isUnchanged } from './validators.ts';

const csv: Representation = { id: 'csv', mediaType: 'text/csv; charset=utf-8', aliases: ['text/csv'] };
export const countFormats = [json, html, csv];

/** GET `/collections/{id}/count`: how many there were, whether that is all, and who says so. */
export async function answerCount(context: RequestContext, collection: Collection, reply: FastifyReply) {
  const { services, request, language, settings, base } = context;
  const { question: asked, values } = readQuestion(context, collection, {
    ...questionParameters(context.codes),
    groupBy: (text: string) => parseGroupKeys(text, collection.view.fields),
    limit: countUpTo(1, settings.limits.pageSize),
    token: anyText,
    f: anyText,
  });
  const question = await settled(context, asked);
  const chosen = negotiate({ f: values.f, accept: request.headers.accept }, countFormats);
  reply.headers({
    vary: 'Accept, Accept-Language, Cookie, Authorization',
    'cache-control': 'no-cache',
    'content-language': language,
  });
  // Statements and the names of who makes them count as well: whatever is written may change the answer.
  const tag = entityTag({
    position: await services.reader.position(),
    variant: ['count', chosen.id, language, minuteOf(services.clock()), context.caller.kind],
    isWeak: true,
  });
  if (chosen.id !== 'html' && isUnchanged(context, reply, tag)) return reply;

  const answer = await takeCount(services, {
    ...question,
    ...(values.groupBy ? { groupBy: values.groupBy } : {}),
    ...(values.token === undefined ? {} : { token: values.token }),
    limit: values.limit ?? settings.limits.pageSizeDefault,
  });
  const address = (register: string, record: string) =>
    `${base}/collections/${segment(register)}/items/${segment(record)}`;
  const document = countDocument(answer, { language, asked: question, address });
  const links = countLinks(context, collection, chosen, answer);
  reply.type(chosen.mediaType).header('link', linkHeader(links));
  if (chosen.id === 'csv') return reply.send(countCsv(document));
  if (chosen.id === 'html') return reply.send(htmlPage(countPage(context, collection, document, links)));
  return sendJson(reply, chosen.mediaType, withLinks(document, services.clock(), links));
}

function withLinks(document: CountDocument, at: Date, links: readonly Link[]): object {
  return { ...document, timeStamp: at.toISOString(), links };
}

function countLinks(
  { request }: RequestContext,
  { url }: Collection,
  chosen: Representation,
  { groups }: CountAnswer,
): readonly Link[] {
  const given = request.query as Record<string, string>;
  const { groupBy: _, limit: __, token: ___, f: ____, ...question } = given;
  return [
    ...selfAndAlternates(`${url}/count`, given, chosen, countFormats),
    ...(groups?.next === undefined
      ? []
      : [
          {
            rel: 'next',
            href: withQuery(`${url}/count`, { ...given, token: groups.next }),
            type: json.mediaType,
          },
        ]),
    { rel: 'items', href: withQuery(`${url}/items`, question), type: 'application/geo+json' },
    { rel: 'collection', href: url, type: json.mediaType },
  ];
}
