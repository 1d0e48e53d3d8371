import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../kernel/access/caller.ts';
import { visibleRegisters } from '../../kernel/access/narrow.ts';
import { Problem } from '../../kernel/errors.ts';
import type { TileMatrixSet } from '../../kernel/geo/grid/tile-matrix-set.ts';
import { tileMatrixSets } from '../../kernel/geo/grid/well-known-grids.ts';
import { baseUrl, segment } from '../../kernel/http/links.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import type { Register } from '../../kernel/register/register.ts';
import type { Services } from '../../kernel/services.ts';
import type { TileService } from '../../kernel/tiles/tile-service.ts';

export interface TilesOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
  readonly tiles: TileService;
}

/** One request as every handler of this standard sees it. */
export interface RequestContext extends TilesOptions {
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly language: Language;
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
}

export function contextOf(request: FastifyRequest, options: TilesOptions): RequestContext {
  return {
    ...options,
    request,
    caller: callerOf(request),
    language: languageOf(request, options.settings.language),
    base: baseUrl(request, options.settings),
  };
}

/** What tiles are cut from: one register, or several under the root. */
export interface Subject {
  readonly registers: readonly Register[];
  /** Absolute URL that `/tiles` is appended to. */
  readonly url: string;
  /** True where `collections` chooses among the registers. */
  readonly isWhole: boolean;
}

/** Registers with places that the caller may know of. */
export function placedRegisters({ services, caller }: Pick<RequestContext, 'services' | 'caller'>) {
  return visibleRegisters(services.registry.all(), caller).filter(({ geometry }) => geometry !== null);
}

/** @throws {Problem} `register-not-found` for a register that is unknown, hidden from the caller or without places. */
export function collectionSubject(context: RequestContext, id: string): Subject {
  const register = placedRegisters(context).find((each) => each.id === id);
  if (!register) throw new Problem('register-not-found', { register: id });
  return {
    registers: [register],
    url: `${context.base}/collections/${segment(id)}`,
    isWhole: false,
  };
}

export function wholeSubject(context: RequestContext): Subject {
  return { registers: placedRegisters(context), url: context.base, isWhole: true };
}

/** @throws {Problem} `not-found` with the grids that there are. */
export function gridOf(id: string): TileMatrixSet {
  const grid = tileMatrixSets.find((each) => each.id === id);
  if (grid) return grid;
  const allowed = tileMatrixSets.map((each) => each.id).join(', ');
  throw new Problem('not-found', {}, [
    { pointer: 'path:tileMatrixSetId', code: 'tile-grid', params: { value: id.slice(0, 80), allowed } },
  ]);
}
