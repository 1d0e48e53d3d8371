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
const usualHeartbeatMs = 15_000;
/** Commits that come together are read together; the more streams there are, the longer they are gathered. */
const gatherMs = 50;
const gatherPerStreamMs = 5;
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
  const { settings, watch } = context;
  const { open } = context.streams;
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
  const { services, watch, base, streams, heartbeatMs = usualHeartbeatMs } = context;
  const { database, registry } = services;
  let sentAt = performance.now();
  const send = async (text: string) => {
    if (text === '') return;
    sentAt = performance.now();
    if (!raw.write(text)) await once(raw, 'drain', { signal: gone });
  };
  await send(`retry: ${retryMs}\n\n`);
  let { since } = query;
  let { feed } = query;
  let wasLatest = false;
  while (!gone.aborted && !watch.isClosed) {
    if (!isOfNow(feed, registry)) feed = await openFeed(registry, query.feed.question);
    const size = { limit: pageLimit, mostBytes: pageBytes, withNovelty: query.withNovelty };
    const asked = feed;
    const from = since;
    const page = await streams.reads.pass(() => readChanges(database, asked, { since: from, ...size }));
    const { changes } = page;
    const told = changes.map((change) => eventText(change, base)).join('');
    const isCaughtUp = page.isLatest && (!wasLatest || changes.length > 0);
    await send(told + (isCaughtUp ? latestText(page.next) : ''));
    wasLatest = page.isLatest;
    since = page.next;
    const hasGrown = page.isLatest && (await watch.beyond(since, heartbeatMs, gone));
    if (gone.aborted || watch.isClosed) return;
    // Commits that do not concern the client go on without a word; it still has to see that the stream lives.
    if (performance.now() - sentAt >= 0.9 * heartbeatMs) await send(`id: ${since}\n: nothing new\n\n`);
    if (hasGrown) {
      const patience = Math.max(gatherMs, streams.open.size * gatherPerStreamMs);
      await new Promise((resolve) => setTimeout(resolve, patience));
    }
  }
}

function eventText(change: Change, base: string): string {
  return `id: ${change.position}\nevent: ${change.kind}\ndata: ${JSON.stringify(cloudEvent(change, base))}\n\n`;
}

function latestText(position: number): string {
  return `id: ${position}\nevent: latest\ndata: {"position":${position}}\n\n`;
}
