import type { ApiPart, DoorContext } from '../../kernel/http/contribution.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import { catalogueId } from './context.ts';
import { schemaKinds } from './schema-resource.ts';

const refused = { default: { $ref: '#/components/responses/Problem' } };
const strings = { type: 'array', items: { type: 'string' } };
const object = { type: 'object' };

const listed = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: strings,
  explode: false,
  style: 'form',
});
const single = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

/** The paths of the catalogue in the OpenAPI document (`/req/oas30/oas30-definition`). */
export function recordsApi({ language, settings }: DoorContext): ApiPart {
  const tag = message(language, 'catalogue.title');
  const f = single('f', 'Form of the answer; wins over Accept.', { type: 'string', enum: ['json', 'html'] });
  const lang = single('lang', 'Language of the texts; wins over Accept-Language.', {
    type: 'string',
    enum: languages,
  });
  const reading = (
    operationId: string,
    summary: string,
    mediaType: string,
    parameters: readonly object[],
  ) => ({
    operationId: `${operationId}.${catalogueId}`,
    summary,
    tags: [tag],
    parameters: [...parameters, lang, f],
    responses: {
      200: {
        description: summary,
        content: { [mediaType]: { schema: object }, 'text/html': { schema: { type: 'string' } } },
      },
      ...refused,
    },
  });
  const collection = `/collections/${catalogueId}`;
  const schemas = schemaKinds.map((kind) => [
    `${collection}/${kind}`,
    { get: reading(kind, message(language, `page.${kind}`), 'application/schema+json', []) },
  ]);
  return {
    tags: [{ name: tag }],
    paths: {
      [collection]: { get: reading('collection', tag, 'application/json', []) },
      ...Object.fromEntries(schemas),
      [`${collection}/items`]: {
        get: reading('items', message(language, 'catalogue.datasets'), 'application/geo+json', [
          listed(
            'q',
            'Phrases, of which one has to be there; in any script, without regard to case and accents.',
          ),
          single('words', 'Words that all have to be there, in any order.', {
            type: 'string',
            maxLength: 200,
          }),
          {
            ...listed('bbox', 'West, south, east, north.'),
            schema: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 },
          },
          single('datetime', 'An instant or interval that the resource speaks of.', { type: 'string' }),
          listed('type', 'Kinds of resources.'),
          listed('ids', 'Ids of records.'),
          listed('externalIds', 'Ids of resources, `scheme:value`, a value or a scheme.'),
          listed('theme', 'Ids of themes.'),
          listed('custodian', 'Ids of organisations.'),
          listed('desk', 'Desks.'),
          single('filter', 'CQL2.', { type: 'string' }),
          single('filter-lang', 'Encoding of the filter.', {
            type: 'string',
            enum: ['cql2-text', 'cql2-json'],
            default: 'cql2-text',
          }),
          single('filter-crs', 'Reference system of the geometries of the filter.', { type: 'string' }),
          listed('sortby', 'Sortables, with `-` before those that descend.'),
          single('limit', 'Records of a page.', {
            type: 'integer',
            minimum: 1,
            maximum: settings.limits.pageSize,
            default: settings.limits.pageSizeDefault,
          }),
          single('offset', 'Records that are passed over.', { type: 'integer', minimum: 0 }),
        ]),
      },
      [`${collection}/items/{record}`]: {
        parameters: [{ name: 'record', in: 'path', required: true, schema: { type: 'string' } }],
        get: reading('item', message(language, 'catalogue.datasets'), 'application/geo+json', []),
      },
      '/catalogue': { get: reading('room', tag, 'application/json', []) },
      '/catalogue/themes': {
        get: reading('themes', message(language, 'catalogue.themes'), 'application/json', [
          single('asOf', 'As was known then: a timestamp or a position of the log.', { type: 'string' }),
        ]),
      },
    },
  };
}
