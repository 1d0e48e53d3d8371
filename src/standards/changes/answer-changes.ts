import type { FastifyReply } from 'fastify';
import { entityTag, noneMatch } from '../../kernel/http/entity-tag.ts';
import { linkHeader } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { ChangePage, EarlierChanges } from '../../kernel/log/feed/change.ts';
import { cloudEvent } from '../../kernel/log/feed/cloud-event.ts';
import { readChanges } from '../../kernel/log/feed/read-changes.ts';
import { readEarlier } from '../../kernel/log/feed/read-earlier.ts';
import { headOf } from '../../kernel/log/head.ts';
import { changesDocument, changesLinks, earlierDocument } from './changes-document.ts';
import { changesPage } from './changes-page.ts';
import { type ChangesQuery, readChangesQuery } from './changes-query.ts';
import type { ChangesContext } from './context.ts';
import { forms } from './forms.ts';
import { streamChanges } from './stream-changes.ts';

/** GET `/changes` and `/collections/{id}/changes`: what was changed after a cursor, in the order of the log. */
export async function answerChanges(context: ChangesContext, reply: FastifyReply) {
  const { request, base, caller } = context;
  const query = await readChangesQuery(context);
  const chosen = negotiate({ f: query.f, accept: request.headers.accept }, forms);
  if (chosen.id === 'sse') return await streamChanges(context, query, reply);
  const isPage = chosen.id === 'html';
  const isBackwards = query.before !== undefined || (isPage && !isGiven(context, 'since'));
  const page = isBackwards ? await earlierPage(context, query) : await pageOf(context, query, reply);
  reply.headers({ vary: 'Accept, Authorization', 'cache-control': 'no-cache' });
  const variant = ['changes', chosen.id, caller.kind === 'administrator' ? 'full' : undefined];
  const tag = entityTag({ position: 'next' in page ? page.next : page.head, variant, isWeak: true });
  if (!isPage) reply.header('etag', tag);
  if (!isPage && noneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();
  const links = changesLinks(context, chosen, page);
  reply.header('link', linkHeader(links));
  if (isPage) return reply.type(chosen.mediaType).send(changesPage(context, page.changes, links));
  const document =
    chosen.id === 'cloudevents'
      ? page.changes.map((change) => cloudEvent(change, base))
      : 'next' in page
        ? changesDocument(page, links)
        : earlierDocument(page, links);
  return sendJson(reply, chosen.mediaType, document);
}

const isGiven = ({ request }: ChangesContext, name: string) =>
  (request.query as Readonly<Record<string, unknown>>)[name] !== undefined;

/** The page backwards, and the head of the log that it reflects. */
async function earlierPage(
  { services }: ChangesContext,
  { feed, before, limit, withNovelty }: ChangesQuery,
): Promise<EarlierChanges & { readonly head: Position }> {
  const head = await headOf(services.database);
  const page = await readEarlier(services.database, feed, {
    before: Math.min(before ?? head + 1, head + 1),
    limit,
    withNovelty,
  });
  return { ...page, head };
}

/** The page; with `wait`, one that has something new, if there is any in that time. */
async function pageOf(
  { services, watch }: ChangesContext,
  query: ChangesQuery,
  reply: FastifyReply,
): Promise<ChangePage> {
  const deadline = performance.now() + query.wait * 1000;
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  let { since } = query;
  for (;;) {
    const page = await readChanges(services.database, query.feed, {
      since,
      limit: query.limit,
      withNovelty: query.withNovelty,
    });
    const patience = deadline - performance.now();
    if (page.changes.length > 0 || patience <= 0) return page;
    since = page.next;
    if (page.isLatest && !(await watch.beyond(since, patience, gone.signal))) return page;
  }
}
