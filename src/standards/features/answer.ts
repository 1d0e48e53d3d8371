import type { FastifyReply } from 'fastify';
import type { Markup } from '../../kernel/http/html.ts';
import { type HtmlPage, htmlPage } from '../../kernel/http/html-page.ts';
import { type Link, openQuery, type QueryValues, withQuery } from '../../kernel/http/links.ts';
import { negotiate, type Representation } from '../../kernel/http/negotiation.ts';
import { anyText, requireParameters } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { RequestContext } from './context.ts';
import { titles } from './representations.ts';

/** A description (anything but records) in the form that the client likes best. */
export interface Description {
  /** Absolute URL without a query. */
  readonly url: string;
  readonly offered: readonly Representation[];
  /** Links beside `self` and `alternate`. */
  readonly links?: readonly Link[];
  document(links: readonly Link[]): object;
  page(
    links: readonly Link[],
  ): Pick<HtmlPage, 'title' | 'body' | 'trail' | 'isPortalRoom'> & { body: Markup };
}

/** Answers with a description; the only parameter is `f`. */
export function answerDescription(
  context: RequestContext,
  reply: FastifyReply,
  description: Description,
): FastifyReply {
  const { request, language } = context;
  const { f } = requireParameters(request.query as Record<string, string>, { f: anyText });
  const { url, offered } = description;
  const chosen = negotiate({ f, accept: request.headers.accept }, offered);
  const links = [
    ...selfAndAlternates(url, f === undefined ? {} : { f }, chosen, offered),
    ...(description.links ?? []),
  ];
  reply.headers({
    vary: 'Accept, Accept-Language, Cookie, Authorization',
    'cache-control': 'no-cache',
    'content-language': language,
  });
  if (chosen.id !== 'html') return sendJson(reply, chosen.mediaType, description.document(links));
  const { base, settings } = context;
  return reply
    .type(chosen.mediaType)
    .send(htmlPage({ language, base, self: url, settings, links, ...description.page(links) }));
}

/** `self` as it was asked for, and one `alternate` for each other form. */
export function selfAndAlternates(
  url: string,
  query: QueryValues,
  chosen: Representation,
  offered: readonly Representation[],
): readonly Link[] {
  const others = offered.filter(({ id }) => id !== chosen.id);
  const { f: _, ...ofAnyForm } = query;
  const anyForm = openQuery(url, ofAnyForm);
  return [
    { rel: 'self', href: withQuery(url, query), type: typeOf(chosen), title: titleOf(chosen) },
    ...others.map((other) => ({
      rel: 'alternate',
      href: `${anyForm}f=${other.id}`,
      type: typeOf(other),
      title: titleOf(other),
    })),
  ];
}

/** Media type as links say it: without a charset. */
export function typeOf({ mediaType }: Representation): string {
  return mediaType.replace(/;\s*charset=[^;]*/, '');
}

export function titleOf({ id, mediaType }: Representation): string {
  return titles[id] ?? mediaType;
}
