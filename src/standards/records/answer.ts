import type { FastifyReply } from 'fastify';
import type { Markup } from '../../kernel/http/html.ts';
import { htmlPage } from '../../kernel/http/html-page.ts';
import type { Link } from '../../kernel/http/links.ts';
import { negotiate, type Representation } from '../../kernel/http/negotiation.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { RecordsContext } from './context.ts';

export const json: Representation = { id: 'json', mediaType: 'application/json' };
export const geoJson: Representation = {
  id: 'json',
  mediaType: 'application/geo+json',
  aliases: ['application/json'],
};
export const schemaJson: Representation = {
  id: 'json',
  mediaType: 'application/schema+json',
  aliases: ['application/json'],
};
export const html: Representation = {
  id: 'html',
  mediaType: 'text/html; charset=utf-8',
  aliases: ['text/html', 'application/xhtml+xml'],
};

/** A resource of this standard in its two forms. */
export interface Answer {
  /** Absolute URL, with the query that was asked. */
  readonly self: string;
  readonly links: readonly Link[];
  readonly title: string;
  readonly trail?: readonly { readonly title: string; readonly href: string }[];
  /** Whether the portal has a room at this address. */
  readonly isPortalRoom?: boolean;
  document(): object;
  body(): Markup;
}

/** Picks JSON or a page; `f` wins over what the client accepts. */
export function formOf(
  { request }: RecordsContext,
  asJson: Representation,
  f: string | undefined,
): Representation {
  return negotiate({ ...(f !== undefined && { f }), accept: request.headers.accept }, [asJson, html]);
}

export function answer(
  { language, base, settings }: RecordsContext,
  reply: FastifyReply,
  chosen: Representation,
  { self, links, title, trail, isPortalRoom = false, document, body }: Answer,
): FastifyReply {
  reply.headers({
    vary: 'Accept, Accept-Language, Cookie, Authorization',
    'cache-control': 'no-cache',
    'content-language': language,
  });
  if (chosen.id !== 'html') return sendJson(reply, chosen.mediaType, document());
  const page = htmlPage({
    language,
    base,
    self,
    settings,
    links,
    title,
    isPortalRoom,
    ...(trail && { trail }),
    body: body(),
  });
  return reply.type(chosen.mediaType).send(page);
}

/** `self` as it was asked for and `alternate` in the other form. */
export function twoForms(
  self: string,
  chosen: Representation,
  asJson: Representation,
  jsonTitle = 'JSON',
): readonly Link[] {
  const at = (f: string) => {
    const url = new URL(self);
    url.searchParams.set('f', f);
    return url.href;
  };
  const own = chosen.id === 'html' ? 'text/html' : asJson.mediaType;
  const other: Link =
    chosen.id === 'html'
      ? { rel: 'alternate', href: at('json'), type: asJson.mediaType, title: jsonTitle }
      : { rel: 'alternate', href: at('html'), type: 'text/html', title: 'HTML' };
  return [{ rel: 'self', href: self, type: own }, other];
}
