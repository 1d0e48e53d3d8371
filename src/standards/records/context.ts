import type { FastifyRequest } from 'fastify';
import type { ReleaseList } from '../../kernel/catalogue/release-note.ts';
import type { Contribution, DoorContext } from '../../kernel/http/contribution.ts';
import { baseUrl, segment } from '../../kernel/http/links.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import { isLanguage } from '../../kernel/i18n/language.ts';
import type { Services } from '../../kernel/services.ts';

export interface RecordsOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
  /** Doors whose links a dataset's record shows as well. */
  readonly contributions?: readonly Contribution[];
  readonly releases?: ReleaseList;
}

/** One request as every handler of this standard sees it. */
export interface RecordsContext extends DoorContext, RecordsOptions {
  readonly request: FastifyRequest;
}

/** Id of the collection of records. */
export const catalogueId = 'catalogue';

/** The parameter `lang` wins over what the client accepts, so that a link can lead to a language. */
export function contextOf(request: FastifyRequest, options: RecordsOptions): RecordsContext {
  const { lang } = request.query as Readonly<Record<string, unknown>>;
  const asked = typeof lang === 'string' && isLanguage(lang) ? lang : undefined;
  return {
    ...options,
    request,
    caller: callerOf(request),
    language: asked ?? languageOf(request, options.settings.language),
    base: baseUrl(request, options.settings),
  };
}

export function catalogueUrl({ base }: Pick<DoorContext, 'base'>): string {
  return `${base}/collections/${catalogueId}`;
}

export function recordUrl(door: Pick<DoorContext, 'base'>, id: string): string {
  return `${catalogueUrl(door)}/items/${segment(id)}`;
}
