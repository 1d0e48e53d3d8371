import type { FastifyInstance } from 'fastify';
import { addResource } from '../../kernel/http/resource.ts';
import { Turnstile } from '../../kernel/log/feed/turnstile.ts';
import { answerChanges } from './answer-changes.ts';
import { type ChangesOptions, contextOf, type OpenStreams } from './context.ts';

/** Connections to the database that streams take together, at most. */
const readsAtATime = 4;

/** The change feed: `/changes` and `/collections/{id}/changes`, as JSON, as CloudEvents and as server-sent events. */
export async function changesPlugin(
  app: FastifyInstance,
  options: Omit<ChangesOptions, 'streams'>,
): Promise<void> {
  const streams: OpenStreams = { open: new Set(), reads: new Turnstile(readsAtATime) };
  for (const url of ['/changes', '/collections/:collection/changes'])
    addResource(app, url, {
      handlers: {
        GET: async (request, reply) => answerChanges(contextOf(request, { ...options, streams }), reply),
      },
    });
}
