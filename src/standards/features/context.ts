import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../kernel/access/caller.ts';
import { narrow, type View } from '../../kernel/access/narrow.ts';
import type { Contribution } from '../../kernel/http/contribution.ts';
import { baseUrl, segment } from '../../kernel/http/links.ts';
import type { RawQuery } from '../../kernel/http/parameters.ts';
import type { QuickRoutes } from '../../kernel/http/quick-routes.ts';
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
  /** Where paths are put that can be answered at once. */
  readonly quick?: QuickRoutes;
}

/** What every request has to do with, made once. */
export interface FeaturesGround extends FeaturesOptions {
  /** EPSG codes that the database can transform to. */
  readonly codes: ReadonlySet<number>;
}

/** One reading as it is asked for, whichever way it came in. */
export interface ReadContext extends FeaturesGround {
  readonly caller: Caller;
  readonly language: Language;
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
  readonly query: RawQuery;
  readonly headers: IncomingHttpHeaders;
}

/** One request as every handler of this standard sees it. */
export interface RequestContext extends ReadContext {
  readonly request: FastifyRequest;
}

export function contextOf(request: FastifyRequest, ground: FeaturesGround): RequestContext {
  return {
    ...ground,
    request,
    query: request.query as RawQuery,
    headers: request.headers,
    caller: callerOf(request),
    language: languageOf(request, ground.settings.language),
    base: baseUrl(request, ground.settings),
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
export function collectionOf(context: ReadContext, id: string): Collection {
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
