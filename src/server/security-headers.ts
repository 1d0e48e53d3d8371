import type { FastifyInstance } from 'fastify';
import type { Config } from '../kernel/config.ts';

/** Nothing from elsewhere, nothing inline, nothing framed; the map's worker is a file of ours or a blob it made. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  // Anyone may read from a page of their own; there are no cookies, so that gives no page the right to write.
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Content-Crs, Content-Range, ETag, Link, Location, OGC-NumberMatched, OGC-NumberReturned, Ufuq-Tile-Coalesced, Ufuq-Tile-Dropped, X-Request-Id',
};

const preflight: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers':
    'Accept, Accept-Language, Authorization, Content-Crs, Content-Type, If-Match, If-None-Match',
  'access-control-max-age': '86400',
};

/** The headers that every answer carries. */
export function securityHeaders({ publicUrl }: Pick<Config, 'publicUrl'>): Readonly<Record<string, string>> {
  const isTls = publicUrl?.startsWith('https://') ?? false;
  return isTls ? { ...headers, 'strict-transport-security': 'max-age=31536000' } : headers;
}

/** Puts the security headers on every answer, refusals included, and answers what browsers ask before a request. */
export function addSecurityHeaders(app: FastifyInstance, config: Pick<Config, 'publicUrl'>): void {
  const all = securityHeaders(config);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(all);
    const isPreflight =
      request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (isPreflight) reply.code(204).headers(preflight).send();
    else done();
  });
}
