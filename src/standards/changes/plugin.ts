import type { FastifyInstance } from 'fastify';
import { addResource } from '../../kernel/http/resource.ts';
import { answerChanges } from './answer-changes.ts';
import { type ChangesOptions, contextOf } from './context.ts';

/** The change feed: `/changes` and `/collections/{id}/changes`, as JSON, as CloudEvents and as server-sent events. */
export async function changesPlugin(
  app: FastifyInstance,
  options: Omit<ChangesOptions, 'open'>,
): Promise<void> {
  const open: ChangesOptions['open'] = new Set();
  for (const url of ['/changes', '/collections/:collection/changes'])
    addResource(app, url, {
      handlers: {
        GET: async (request, reply) => answerChanges(contextOf(request, { ...options, open }), reply),
      },
    });
}
