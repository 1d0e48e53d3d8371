import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { anonymous, type Caller } from '../access/caller.ts';
import type { Language } from '../i18n/language.ts';
import { negotiateLanguage } from '../i18n/negotiate-language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before any route runs. */
    caller: Caller;
  }
}

/** Who asks; anyone, where no authentication hook has run. */
export function callerOf(request: FastifyRequest): Caller {
  return request.caller ?? anonymous;
}

/** Language to answer in: the cookie `ufuq-language`, else `Accept-Language`. */
export function languageOf(request: Pick<IncomingMessage, 'headers'>, fallback?: Language): Language {
  const accepted = request.headers['accept-language'];
  return negotiateLanguage({ chosen: cookie(request.headers.cookie, 'ufuq-language'), accepted }, fallback);
}

function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.split('=');
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}
