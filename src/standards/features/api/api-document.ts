import { visibleRegisters } from '../../../kernel/access/narrow.ts';
import { message } from '../../../kernel/i18n/message.ts';
import { collectionOf, type RequestContext } from '../context.ts';
import { html, json, openApi } from '../representations.ts';
import { collectionPaths, type PathItems, reading } from './collection-paths.ts';
import { contentOf, formatParameter, sharedParameters } from './parameter-objects.ts';
import { schemaObjects } from './schema-objects.ts';

export interface ApiDocument {
  readonly openapi: '3.0.3';
  readonly paths: PathItems;
  readonly [member: string]: unknown;
}

/** The description of the API as it stands for the caller: OpenAPI 3.0.3, one set of paths for each collection. */
export function apiDocument(context: RequestContext): ApiDocument {
  const { base, language, services, settings, caller } = context;
  const collections = visibleRegisters(services.registry.all(), caller).map(({ id }) =>
    collectionOf(context, id),
  );
  const common = settings.title[language];
  const describe = [json, html];
  const plain = (name: string, summary: string, schema: object) => ({
    get: reading(name, summary, common, [formatParameter(describe)], contentOf(describe, schema)),
  });
  const api = [openApi, html];
  const parts = (context.contributions ?? []).flatMap((each) => each.api?.(context) ?? []);
  return {
    openapi: '3.0.3',
    info: {
      title: settings.title[language],
      description: settings.description[language],
      version: '0.1.0',
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    },
    servers: [{ url: base }],
    tags: [
      { name: common },
      ...collections.map(({ register }) => ({ name: register.title[language] })),
      ...parts.flatMap(({ tags = [] }) => tags),
    ],
    paths: {
      '/': plain('landing', settings.title[language], { $ref: '#/components/schemas/LandingPage' }),
      '/conformance': plain('conformance', message(language, 'page.conformance'), {
        $ref: '#/components/schemas/Conformance',
      }),
      '/api': {
        get: reading(
          'api',
          message(language, 'page.api'),
          common,
          [formatParameter(api)],
          contentOf(api, { type: 'object' }),
        ),
      },
      '/functions': plain('functions', message(language, 'page.functions'), { type: 'object' }),
      '/collections': plain('collections', message(language, 'page.registers'), {
        $ref: '#/components/schemas/Collections',
      }),
      ...Object.assign({}, ...collections.map((collection) => collectionPaths(context, collection))),
      ...Object.assign({}, ...parts.map(({ paths }) => paths)),
    },
    components: {
      schemas: { ...schemaObjects, ...Object.assign({}, ...parts.map(({ schemas }) => schemas)) },
      parameters: {
        ...sharedParameters(settings),
        ...Object.assign({}, ...parts.map(({ parameters }) => parameters)),
      },
      responses: {
        Problem: {
          description: 'A refusal (RFC 9457) with everything that is wrong.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: { administrator: { type: 'http', scheme: 'bearer' } },
    },
  };
}
