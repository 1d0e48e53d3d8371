import type { FastifyReply } from 'fastify';
import { type HtmlPage, htmlPage } from '../../kernel/http/html-page.ts';
import { type Link, linkHeader } from '../../kernel/http/links.ts';
import type { Representation } from '../../kernel/http/negotiation.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { RequestContext } from './context.ts';

/** One page of what there is to say of a record beside what it says itself: its history, its lineage. */
export interface Aspect {
  /** Absolute URL without a query. */
  readonly url: string;
  readonly chosen: Representation;
  readonly links: readonly Link[];
  readonly document: () => object;
  readonly page: () => Pick<HtmlPage, 'title' | 'body' | 'trail' | 'isPortalRoom'>;
}

/** Sends an aspect of a record as a page for people or as JSON, its links in the header as well. */
export function sendAspect(
  { language, base, settings }: RequestContext,
  reply: FastifyReply,
  { url, chosen, links, document, page }: Aspect,
): FastifyReply {
  reply.type(chosen.mediaType).header('link', linkHeader(links));
  if (chosen.id !== 'html') return sendJson(reply, chosen.mediaType, { ...document(), links });
  return reply.send(htmlPage({ language, base, self: url, settings, links, ...page() }));
}
