import type { FastifyInstance } from 'fastify';
import { Problem } from '../kernel/errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For imports, whose time goes with their size. */
    hasNoTimeLimit?: boolean;
  }
}

/**
 * Answers `timeout` where a request has not begun to be answered in time. An answer that has begun (an export that
 * streams) may take as long as it needs, which is why this is not fastify's `handlerTimeout`: that one cuts it off.
 */
export function addTimeLimit(app: FastifyInstance, seconds: number): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.hasNoTimeLimit) return;
    const timer = setTimeout(() => {
      if (!reply.sent && !reply.raw.headersSent) reply.send(new Problem('timeout', { limit: seconds }));
    }, seconds * 1000);
    reply.raw.once('close', () => clearTimeout(timer));
  });
}
