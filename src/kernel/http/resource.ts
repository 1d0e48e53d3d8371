import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { Problem } from '../errors.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

// biome-ignore lint/suspicious/noExplicitAny: handlers type their own parameters.
type Handler = (request: FastifyRequest<any>, reply: FastifyReply) => unknown;

export interface Resource {
  readonly handlers: Partial<Record<Method, Handler>>;
  /** Headers of the answer to OPTIONS beside `Allow`, for example `Accept-Post`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Milliseconds that a GET may take, where the server's own limit does not fit. */
  readonly handlerTimeout?: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route only says that its method is not allowed. */
    isRefused?: boolean;
  }
}

/** Adds a resource with the methods that it has; the others are answered 405 with `Allow`, and OPTIONS says which. */
export function addResource(
  app: FastifyInstance,
  url: string,
  { handlers, options = {}, handlerTimeout }: Resource,
): void {
  const supported = methods.filter((method) => handlers[method]);
  const allow = [...supported, ...(handlers.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  for (const method of supported)
    app.route({
      method,
      url,
      handler: handlers[method] as RouteHandlerMethod,
      exposeHeadRoute: method === 'GET',
      ...(handlerTimeout === undefined ? {} : { handlerTimeout }),
    });
  app.route({
    method: 'OPTIONS',
    url,
    handler: async (_request, reply) =>
      reply
        .headers({ allow, ...options })
        .code(200)
        .send(),
  });
  const refused = methods.filter((method) => !handlers[method]);
  if (refused.length === 0) return;
  app.route({
    method: [...refused],
    url,
    config: { isRefused: true },
    // Before the body is read: whatever it is, it is not wanted.
    onRequest: async (request, reply) => {
      reply.header('allow', allow);
      throw new Problem('method-not-allowed', { method: request.method, allowed: allow });
    },
    handler: async () => undefined,
  });
}
