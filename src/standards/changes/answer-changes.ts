import type { FastifyReply } from 'fastify';
import { entityTag, noneMatch } from '../../kernel/http/entity-tag.ts';
import { linkHeader } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { ChangePage } from '../../kernel/log/feed/change.ts';
import { cloudEvent } from '../../kernel/log/feed/cloud-event.ts';
import { readChanges } from '../../kernel/log/feed/read-changes.ts';
import { changesDocument, changesLinks } from './changes-document.ts';
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
  const page = await pageOf(context, query);
  reply.headers({ vary: 'Accept, Authorization', 'cache-control': 'no-cache' });
  const variant = ['changes', chosen.id, caller.kind === 'administrator' ? 'full' : undefined];
  const tag = entityTag({ position: page.next, variant, isWeak: true });
  reply.header('etag', tag);
  if (noneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();
  const links = changesLinks(context, chosen, page);
  reply.header('link', linkHeader(links));
  const document =
    chosen.id === 'cloudevents'
      ? page.changes.map((change) => cloudEvent(change, base))
      : changesDocument(page, links);
  return sendJson(reply, chosen.mediaType, document);
}

/** The page; with `wait`, one that has something new, if there is any in that time. */
async function pageOf(context: ChangesContext, query: ChangesQuery): Promise<ChangePage> {
  const { services, watch, request } = context;
  const deadline = performance.now() + query.wait * 1000;
  const gone = new AbortController();
  request.raw.once('close', () => gone.abort());
  let { since } = query;
  for (;;) {
    const read = await readChanges(services.database, query.feed, { since, limit: query.limit });
    const page = { ...read, changes: read.changes.filter(({ kind }) => query.kinds.has(kind)) };
    const patience = deadline - performance.now();
    if (page.changes.length > 0 || patience <= 0) return page;
    since = page.next;
    if (page.isLatest && !(await watch.beyond(since, patience, gone.signal))) return page;
  }
}
