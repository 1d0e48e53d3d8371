import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../kernel/access/caller.ts';
import { narrow, type View } from '../../kernel/access/narrow.ts';
import type { Contribution } from '../../kernel/http/contribution.ts';
import { baseUrl, segment } from '../../kernel/http/links.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import type { Register } from '../../kernel/register/register.ts';
import type { Services } from '../../kernel/services.ts';

/** What the plugin is given. */
export interface FeaturesOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
  /** What other doors add to the documents that describe the API. */
  readonly contributions?: readonly Contribution[];
}

/** One request as every handler of this standard sees it. */
export interface RequestContext extends FeaturesOptions {
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly language: Language;
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
}

export function contextOf(request: FastifyRequest, options: FeaturesOptions): RequestContext {
  return {
    ...options,
    request,
    caller: callerOf(request),
    language: languageOf(request, options.settings.language),
    base: baseUrl(request, options.settings),
  };
}

/** A collection and what the caller may see of it. */
export interface Collection {
  readonly register: Register;
  readonly view: View;
  /** Absolute URL of the collection. */
  readonly url: string;
}

/** @throws {Problem} `register-not-found`, also where the caller may not know that it exists. */
export function collectionOf(context: RequestContext, id: string): Collection {
  const register = context.services.registry.require(id);
  return {
    register,
    view: narrow(register, context.caller),
    url: `${context.base}/collections/${segment(register.id)}`,
  };
}

/** Absolute URL of a record. */
export function recordUrl(collection: Collection, id: string): string {
  return `${collection.url}/items/${segment(id)}`;
}
