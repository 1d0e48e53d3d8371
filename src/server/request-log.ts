import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { anonymous } from '../kernel/access/caller.ts';
import type { Logger } from '../kernel/logger.ts';

/** A request that was answered, as the log and the metrics tell of it. */
export interface Answered {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** Pattern of the route, so that the kinds of requests stay few. */
  readonly route: string;
  readonly status: number;
  /** From the arrival of the request to the end of its answer. */
  readonly milliseconds: number;
}

/** Id of a request: the one that a proxy in front gave it where that is harmless, else a new one. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
}

/**
 * One line of log for each request, and its id in the answer so that a person can quote it. Hooks that wait for nothing
 * call back, here and elsewhere: ten promises for every answer would be a tenth of the time that a small one takes.
 */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url, caller } = request;
    const { statusCode: status, elapsedTime: milliseconds } = reply;
    const line = lineOf({ method, url, status, milliseconds }, caller?.name);
    request.log[status >= 500 ? 'error' : 'info'](line, 'request');
    done();
  });
}

/** The same line for a request that did not come as far as the framework. */
export function logAnswered(log: Logger, answered: Answered): void {
  if (!log.isLevelEnabled('info')) return;
  log.info({ reqId: answered.id, ...lineOf(answered, anonymous.name) }, 'request');
}

function lineOf(
  { method, url, status, milliseconds }: Pick<Answered, 'method' | 'url' | 'status' | 'milliseconds'>,
  caller: string | undefined,
): object {
  return {
    method,
    url: url.slice(0, 500),
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    caller,
  };
}
