import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../kernel/access/caller.ts';
import { baseUrl, segment } from '../../kernel/http/links.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import type { Turnstile } from '../../kernel/log/feed/turnstile.ts';
import type { LogWatch } from '../../kernel/log/follow/log-watch.ts';
import type { Services } from '../../kernel/services.ts';

/** The streams of this server: together they read the log only so many at a time, so that others have their turn. */
export interface OpenStreams {
  readonly open: Set<AbortController>;
  readonly reads: Turnstile;
}

export interface ChangesOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
  readonly watch: LogWatch;
  /** How often a silent stream shows that it lives; 15 seconds by default. */
  readonly heartbeatMs?: number;
  readonly streams: OpenStreams;
}

/** One request for changes, of all registers or of the one that its path names. */
export interface ChangesContext extends ChangesOptions {
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly language: Language;
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
  /** Absolute URL of this feed, without a query. */
  readonly url: string;
  readonly collection?: string;
}

export function contextOf(request: FastifyRequest, options: ChangesOptions): ChangesContext {
  const base = baseUrl(request, options.settings);
  const { collection } = request.params as { collection?: string };
  return {
    ...options,
    request,
    caller: callerOf(request),
    language: languageOf(request, options.settings.language),
    base,
    url: collection === undefined ? `${base}/changes` : `${base}/collections/${segment(collection)}/changes`,
    ...(collection === undefined ? {} : { collection }),
  };
}
