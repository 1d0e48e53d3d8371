import type { FastifyInstance } from 'fastify';
import { catalogueEntries } from '../../kernel/catalogue/catalogue-entries.ts';
import type { ReleaseList } from '../../kernel/catalogue/release-note.ts';
import { Problem } from '../../kernel/errors.ts';
import type { ApiPart, Contribution } from '../../kernel/http/contribution.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import { negotiate, type Representation } from '../../kernel/http/negotiation.ts';
import { anyText, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { Services } from '../../kernel/services.ts';
import { catalogueResources } from './catalogue-resources.ts';
import { jsonLd } from './json-ld.ts';
import { turtle } from './turtle.ts';

export interface DcatOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
  readonly releases?: ReleaseList;
}

const offered: readonly Representation[] = [
  { id: 'ttl', mediaType: 'text/turtle; charset=utf-8', aliases: ['text/turtle'] },
  { id: 'jsonld', mediaType: 'application/ld+json', aliases: ['application/json'] },
];

/** `/catalogue/dcat`: what the caller may see of the catalogue, after DCAT-AP 3.0, as Turtle or JSON-LD. */
export async function dcatPlugin(
  app: FastifyInstance,
  { services, settings, releases }: DcatOptions,
): Promise<void> {
  addResource(app, '/catalogue/dcat', {
    handlers: {
      GET: async (request, reply) => {
        const { f, id } = requireParameters(request.query as RawQuery, { id: anyText, f: anyText });
        // A browser that says what it likes best is shown Turtle, which it can read at least.
        const isPage = /text\/html/.test(request.headers.accept ?? '');
        const accept = isPage ? undefined : request.headers.accept;
        const chosen = negotiate(
          { ...(f !== undefined && { f }), ...(accept !== undefined && { accept }) },
          offered,
        );
        const caller = callerOf(request);
        const all = await catalogueEntries(services, { caller, releases: (await releases?.()) ?? [] });
        const entries = id === undefined ? all : all.filter((entry) => entry.id === id);
        if (id !== undefined && entries.length === 0)
          throw new Problem('record-not-found', { register: 'catalogue', record: id });
        const door = {
          services,
          settings,
          caller,
          language: languageOf(request, settings.language),
          base: baseUrl(request, settings),
        };
        const resources = catalogueResources(door, entries);
        reply.type(chosen.mediaType).headers({ vary: 'Accept, Authorization', 'cache-control': 'no-cache' });
        return chosen.id === 'ttl' ? await turtle(resources) : JSON.stringify(jsonLd(resources));
      },
    },
  });
}

/** The path in the OpenAPI document. */
export const dcatContribution: Contribution = {
  api: ({ settings, language }): ApiPart => ({
    paths: {
      '/catalogue/dcat': {
        get: {
          operationId: 'dcat.catalogue',
          summary: 'The catalogue after DCAT-AP 3.0',
          tags: [settings.title[language]],
          parameters: [
            { name: 'id', in: 'query', description: 'One record alone.', schema: { type: 'string' } },
            { name: 'f', in: 'query', schema: { type: 'string', enum: offered.map(({ id }) => id) } },
          ],
          responses: {
            200: {
              description: 'The catalogue',
              content: {
                'text/turtle': { schema: { type: 'string' } },
                'application/ld+json': { schema: { type: 'object' } },
              },
            },
            default: { $ref: '#/components/responses/Problem' },
          },
        },
      },
    },
  }),
};
