import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import { isLanguage } from '../i18n/language.ts';

const oneYear = 365 * 24 * 3600;

/** `/language/{language}?to=/path` remembers a language in the cookie `ufuq-language` and goes back; no script needed. */
export function addLanguageChoice(app: FastifyInstance): void {
  app.get<{ Params: { language: string }; Querystring: { to?: unknown } }>(
    '/language/:language',
    async (request, reply) => {
      const { language } = request.params;
      if (!isLanguage(language)) throw new Problem('not-found');
      reply.header('set-cookie', `ufuq-language=${language}; Path=/; Max-Age=${oneYear}; SameSite=Lax`);
      return reply.header('cache-control', 'no-store').redirect(ownPath(request.query.to), 303);
    },
  );
}

/** A path of this server and of no other: one slash, then nothing that leads elsewhere. */
function ownPath(to: unknown): string {
  const isOwn = typeof to === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to);
  return isOwn ? to : '/';
}
