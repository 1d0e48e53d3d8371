import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import type { Change } from '../../kernel/log/feed/change.ts';
import { cloudEvent } from '../../kernel/log/feed/cloud-event.ts';
import { isOfNow, openFeed } from '../../kernel/log/feed/open-feed.ts';
import { readChanges } from '../../kernel/log/feed/read-changes.ts';
import type { ChangesQuery } from './changes-query.ts';
import type { ChangesContext } from './context.ts';

/** What a client that lost the stream waits before it comes back, and how often a silent stream shows that it lives. */
const retryMs = 2_000;
const heartbeatMs = 15_000;
/** Commits that come together are read together. */
const gatherMs = 50;
/** What one stream holds in memory at most, beside one entry that is larger. */
const pageLimit = 200;
const pageBytes = 1_000_000;

/**
 * The changes as server-sent events (WHATWG HTML, 9.2), without an end: `id` is the cursor, `event` the kind of change,
 * `data` a CloudEvent. `event: latest` says that everything up to here was told. Nothing is read ahead of what the
 * client has taken, so a slow one costs the server no memory.
 * @throws {Problem} `busy` where there are as many streams as the server may have
 */
export async function streamChanges(context: ChangesContext, query: ChangesQuery, reply: FastifyReply) {
  const { settings, open, watch } = context;
  if (open.size >= settings.limits.streams || watch.isClosed) throw new Problem('busy');
  const gone = new AbortController();
  open.add(gone);
  const { raw } = reply;
  raw.once('close', () => gone.abort());
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    // Neither kept nor altered (compressed, buffered) on its way.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    vary: 'Accept, Authorization',
  });
  raw.flushHeaders();
  try {
    if (context.request.method !== 'HEAD') await follow(context, query, raw, gone.signal);
  } catch (error) {
    if (!gone.signal.aborted) context.request.log.warn({ err: error }, 'stream of changes ended');
  } finally {
    open.delete(gone);
    raw.end();
  }
  return reply;
}

async function follow(context: ChangesContext, query: ChangesQuery, raw: ServerResponse, gone: AbortSignal) {
  const { services, watch, base } = context;
  const { database, registry } = services;
  const send = async (text: string) => {
    if (!raw.write(text)) await once(raw, 'drain', { signal: gone });
  };
  await send(`retry: ${retryMs}\n\n`);
  let { since } = query;
  let { feed } = query;
  let wasLatest = false;
  while (!gone.aborted && !watch.isClosed) {
    if (!isOfNow(feed, registry)) feed = await openFeed(registry, query.feed.question);
    const page = await readChanges(database, feed, {
      since,
      limit: pageLimit,
      mostBytes: pageBytes,
      withNovelty: query.withNovelty,
    });
    const { changes } = page;
    const told = changes.map((change) => eventText(change, base)).join('');
    const isNews = page.isLatest && (!wasLatest || changes.length > 0);
    await send(told + (isNews ? latestText(page.next) : ''));
    wasLatest = page.isLatest;
    since = page.next;
    if (!page.isLatest) continue;
    if (!(await watch.beyond(since, heartbeatMs, gone))) {
      if (!gone.aborted && !watch.isClosed) await send(`id: ${since}\n: nothing new\n\n`);
    } else await new Promise((resolve) => setTimeout(resolve, gatherMs));
  }
}

function eventText(change: Change, base: string): string {
  return `id: ${change.position}\nevent: ${change.kind}\ndata: ${JSON.stringify(cloudEvent(change, base))}\n\n`;
}

function latestText(position: number): string {
  return `id: ${position}\nevent: latest\ndata: {"position":${position}}\n\n`;
}
