import type { FastifyInstance } from 'fastify';
import { administrator, anonymous, type Caller } from '../kernel/access/caller.ts';
import { Problem } from '../kernel/errors.ts';
import '../kernel/http/request.ts'; // declares `request.caller`
import { isToken } from './data-folder/admin-token.ts';

/**
 * Finds out who asks from `Authorization: Bearer …` (RFC 6750): nobody in particular, or the administrator. A token
 * that is wrong is refused and never taken for anonymous, so that a mistake shows.
 */
export function addAuthentication(app: FastifyInstance, token: string): void {
  app.decorateRequest('caller', null as unknown as Caller);
  app.addHook('onRequest', (request, reply, done) => {
    request.caller = anonymous;
    const given = request.headers.authorization;
    if (given === undefined) return done();
    const [, bearer] = /^Bearer +([\w~+/.-]+=*) *$/i.exec(given) ?? [];
    if (bearer === undefined || !isToken(bearer, token)) {
      reply.header('www-authenticate', 'Bearer realm="ufuq", error="invalid_token"');
      return done(new Problem('not-authorised'));
    }
    request.caller = administrator;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.statusCode === 401 && !reply.hasHeader('www-authenticate'))
      reply.header('www-authenticate', 'Bearer realm="ufuq"');
    done(null, payload);
  });
}
