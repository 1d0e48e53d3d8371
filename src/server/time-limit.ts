import type { FastifyInstance } from 'fastify';
import { Problem } from '../kernel/errors.ts';

/**
 * Answers `timeout` where a request has not begun to be answered in time. An answer that has begun (an export that
 * streams) may take as long as it needs, which is why this is not fastify's `handlerTimeout`: that one cuts it off. A route that has one of its own keeps to that.
 */
export function addTimeLimit(app: FastifyInstance, seconds: number): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.handlerTimeout > 0) return done();
    const timer = setTimeout(() => {
      if (!reply.sent && !reply.raw.headersSent) reply.send(new Problem('timeout', { limit: seconds }));
    }, seconds * 1000);
    reply.raw.once('close', () => clearTimeout(timer));
    done();
  });
}
