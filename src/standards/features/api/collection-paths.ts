import { textIn } from '../../../kernel/i18n/text-in.ts';
import type { Collection, RequestContext } from '../context.ts';
import { countFormats } from '../count.ts';
import { exportFormats, itemFormats, recordFormats } from '../item-formats.ts';
import { html, json, schemaJson } from '../representations.ts';
import { schemaKinds } from '../schemas.ts';
import { featureMediaTypes, patchMediaTypes } from '../write/write-request.ts';
import {
  contentOf,
  countParameters,
  exportParameters,
  formatParameter,
  itemsParameters,
  type ParameterObject,
  recordParameters,
  refs,
} from './parameter-objects.ts';

export type PathItems = Readonly<Record<string, object>>;

const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const refused = { default: { $ref: '#/components/responses/Problem' } };
const security = [{ administrator: [] }];

/** An operation that reads. */
export function reading(
  operationId: string,
  summary: string,
  tag: string,
  parameters: readonly ParameterObject[],
  content: object,
): object {
  return {
    operationId,
    summary,
    tags: [tag],
    parameters,
    responses: { 200: { description: summary, content }, ...refused },
  };
}

/** The paths of one collection. */
export function collectionPaths(context: RequestContext, collection: Collection): PathItems {
  const { register } = collection;
  const { id } = register;
  const tag = textIn(context.language, register.title)!;
  const path = `/collections/${id}`;
  const describe = [json, html];
  const schemas = schemaKinds.map((kind) => [
    `${path}/${kind}`,
    {
      get: reading(
        `${kind}.${id}`,
        kind,
        tag,
        [formatParameter([schemaJson, html])],
        contentOf([schemaJson, html], { type: 'object' }),
      ),
    },
  ]);
  return {
    [path]: {
      get: reading(
        `collection.${id}`,
        tag,
        tag,
        [formatParameter(describe)],
        contentOf(describe, schemaRef('Collection')),
      ),
    },
    ...Object.fromEntries(schemas),
    [`${path}/items`]: {
      get: reading(
        `items.${id}`,
        `Records of ${id}`,
        tag,
        itemsParameters(collection, context.settings),
        contentOf(itemFormats, schemaRef('FeatureCollection')),
      ),
      post: changing(
        `create.${id}`,
        `New record of ${id}`,
        tag,
        refs('Content-Crs', ...changeNames),
        featureMediaTypes,
      ),
    },
    [`${path}/items/{record}`]: {
      parameters: refs('record'),
      get: reading(
        `item.${id}`,
        `One record of ${id}`,
        tag,
        recordParameters(collection),
        contentOf(recordFormats, schemaRef('Feature')),
      ),
      put: changing(
        `replace.${id}`,
        `The record as a whole`,
        tag,
        refs('If-Match', 'Content-Crs', ...changeNames),
        featureMediaTypes,
      ),
      patch: changing(
        `update.${id}`,
        `Parts of the record`,
        tag,
        refs('If-Match', 'Content-Crs', ...changeNames),
        patchMediaTypes,
      ),
      delete: changing(
        `retire.${id}`,
        `The record is absent from now on`,
        tag,
        refs('If-Match', ...changeNames),
        [],
      ),
    },
    [`${path}/items/{record}/history`]: {
      parameters: refs('record'),
      get: reading(
        `history.${id}`,
        `What was ever said of the record`,
        tag,
        [...refs('limit', 'before'), formatParameter(describe)],
        contentOf(describe, { type: 'object' }),
      ),
    },
    ...(collection.register.lineage === undefined
      ? {}
      : {
          [`${path}/items/{record}/lineage`]: {
            parameters: refs('record'),
            get: reading(
              `lineage.${id}`,
              `What the record came from and what came of it`,
              tag,
              [...refs('limit'), formatParameter(describe)],
              contentOf(describe, { type: 'object' }),
            ),
          },
        }),
    [`${path}/items/{record}/history/diff`]: {
      parameters: refs('record'),
      get: reading(
        `history-diff.${id}`,
        `What two entries of the record say differently`,
        tag,
        [...refs('from', 'to'), formatParameter([json])],
        contentOf([json], { type: 'object' }),
      ),
    },
    [`${path}/count`]: {
      get: reading(
        `count.${id}`,
        `How many records of ${id}, and whether that is all`,
        tag,
        countParameters(collection, countFormats),
        contentOf(countFormats, schemaRef('Count')),
      ),
    },
    [`${path}/times`]: {
      get: reading(
        `times.${id}`,
        `When records of ${id} began or ended to hold, and when that was recorded`,
        tag,
        [...refs('asOf', 'limit'), formatParameter([json])],
        contentOf([json], { type: 'object' }),
      ),
    },
    [`${path}/export`]: {
      get: reading(
        `export.${id}`,
        `All records of ${id} as a file`,
        tag,
        exportParameters(collection),
        contentOf(exportFormats, schemaRef('FeatureCollection')),
      ),
    },
  };
}

const changeNames = ['validFrom', 'validTo', 'legalBasis', 'dryRun'];

function changing(
  operationId: string,
  summary: string,
  tag: string,
  parameters: readonly ParameterObject[],
  mediaTypes: readonly string[],
): object {
  const content = Object.fromEntries(
    mediaTypes.map((type) => [
      type,
      { schema: mediaTypes === patchMediaTypes ? { type: 'object' } : schemaRef('Feature') },
    ]),
  );
  const isCreating = operationId.startsWith('create') || operationId.startsWith('replace');
  return {
    operationId,
    summary,
    tags: [tag],
    security,
    parameters,
    ...(mediaTypes.length > 0 ? { requestBody: { required: true, content } } : {}),
    responses: {
      ...(isCreating ? { 201: { description: 'Made; Location says where.' } } : {}),
      204: { description: 'Done.' },
      ...refused,
    },
  };
}
