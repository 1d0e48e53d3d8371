import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { narrow, visibleRegisters } from '../../kernel/access/narrow.ts';
import { Problem } from '../../kernel/errors.ts';
import { baseUrl, type Link, segment } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { Register } from '../../kernel/register/register.ts';
import type { Services } from '../../kernel/services.ts';
import { type Appearance, appearances } from '../../kernel/tiles/style/colours.ts';
import { mapStyle, styleName } from '../../kernel/tiles/style/map-style.ts';
import { styleMetadata } from './style-metadata.ts';

export interface StylesOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
}

const json = { id: 'json', mediaType: 'application/json' };
/** The parameter `f` of a style; `mapbox` is what older clients of the draft ask for. */
export const stylesheet = {
  id: 'maplibre',
  mediaType: 'application/vnd.mapbox.style+json',
  aliases: ['application/json'],
};

type Path = { readonly collection?: string; readonly style: string };

/** OGC API – Styles (draft 20-009): MapLibre styles of every register and of all together, made from the declarations. */
export async function stylesPlugin(app: FastifyInstance, options: StylesOptions): Promise<void> {
  const { services, settings } = options;

  const look = (request: FastifyRequest, reply: FastifyReply) => {
    const { f } = requireParameters(request.query as RawQuery, { f: anyText });
    const caller = callerOf(request);
    const language = languageOf(request, settings.language);
    const base = baseUrl(request, settings);
    const { collection } = request.params as Path;
    const placed = visibleRegisters(services.registry.all(), caller).filter(
      ({ geometry }) => geometry !== null,
    );
    const registers = collection === undefined ? placed : placed.filter(({ id }) => id === collection);
    if (registers.length === 0 && collection !== undefined)
      throw new Problem('register-not-found', { register: collection });
    const url = `${collection === undefined ? base : `${base}/collections/${segment(collection)}`}/styles`;
    reply.headers({
      vary: 'Accept, Accept-Language, Cookie, Authorization',
      'cache-control': 'no-cache',
      'content-language': language,
    });
    return { f, accept: request.headers.accept, caller, language, base, registers, url };
  };

  const list = (request: FastifyRequest, reply: FastifyReply) => {
    const { f, accept, language, url } = look(request, reply);
    negotiate({ f, accept }, [json]);
    return sendJson(reply, json.mediaType, {
      links: [{ rel: 'self', href: url, type: json.mediaType }],
      default: 'light',
      styles: appearances.map((id) => ({
        id,
        title: message(language, `page.style-${id}`),
        links: [
          stylesheetLink(`${url}/${id}`, message(language, `page.style-${id}`)),
          { rel: 'describedby', href: `${url}/${id}/metadata`, type: json.mediaType },
        ],
      })),
    });
  };

  const one = (request: FastifyRequest, reply: FastifyReply) => {
    const { f, accept, caller, language, base, registers } = look(request, reply);
    const { collection } = request.params as Path;
    const style = styleOf(request);
    const form = negotiate({ f: f === 'mapbox' ? stylesheet.id : f, accept }, [stylesheet]);
    const subjects = registers.map((register) => ({
      register,
      view: narrow(register, caller),
      tiles: tileJsonUrl(base, register),
    }));
    const name = collection === undefined ? settings.title[language] : styleName(registers[0]!, language);
    return sendJson(reply, form.mediaType, mapStyle(name, subjects, style, language));
  };

  const metadata = (request: FastifyRequest, reply: FastifyReply) => {
    const { f, accept, caller, language, base, registers, url } = look(request, reply);
    const id = styleOf(request);
    negotiate({ f, accept }, [json]);
    const title = message(language, `page.style-${id}`);
    const subjects = registers.map((register) => ({ register, view: narrow(register, caller) }));
    const own = { id, title, url: `${url}/${id}`, stylesheet: stylesheetLink(`${url}/${id}`, title) };
    return sendJson(reply, json.mediaType, styleMetadata({ ...own, language, base, subjects }));
  };

  for (const url of ['/styles', '/collections/:collection/styles']) {
    addResource(app, url, { handlers: { GET: async (request, reply) => list(request, reply) } });
    addResource(app, `${url}/:style`, { handlers: { GET: async (request, reply) => one(request, reply) } });
    addResource(app, `${url}/:style/metadata`, {
      handlers: { GET: async (request, reply) => metadata(request, reply) },
    });
  }
}

/** @throws {Problem} `not-found` with the styles that there are. */
function styleOf(request: FastifyRequest): Appearance {
  const { style } = request.params as Path;
  const found = appearances.find((each) => each === style);
  if (found) return found;
  throw new Problem('not-found', {}, [
    {
      pointer: 'path:styleId',
      code: 'not-allowed',
      params: { value: style.slice(0, 80), allowed: appearances.join(', ') },
    },
  ]);
}

export function stylesheetLink(href: string, title: string): Link {
  return { rel: 'stylesheet', href, type: stylesheet.mediaType, title };
}

function tileJsonUrl(base: string, { id }: Register): string {
  return `${base}/collections/${segment(id)}/tiles/WebMercatorQuad?f=tilejson`;
}
