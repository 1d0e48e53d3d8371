import type { HttpSettings } from '../../../kernel/http/settings.ts';
import { filterLanguages } from '../../../kernel/query/filter.ts';
import { groupNames } from '../../../kernel/query/group-key.ts';
import type { Collection } from '../context.ts';
import { exportFormats, type ItemFormat, itemFormats, recordFormats } from '../item-formats.ts';
import { isSortable } from '../parameters/names.ts';
import { queryables } from '../parameters/property-filter.ts';

/** A parameter as OpenAPI 3.0 describes it, or a reference to one. */
export type ParameterObject = Readonly<Record<string, unknown>>;

const query = (name: string, description: string, schema: object, more: object = {}): ParameterObject => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  ...more,
});

const list = { style: 'form', explode: false };
const uri = { type: 'string', format: 'uri' };

/** Parameters that are the same for every collection. */
export function sharedParameters({ limits }: HttpSettings): Readonly<Record<string, ParameterObject>> {
  return {
    bbox: query(
      'bbox',
      'Only records whose geometry meets the box: west, south, (lowest,) east, north(, highest).',
      { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 },
      list,
    ),
    'bbox-crs': query('bbox-crs', 'Reference system of bbox; CRS84 by default.', uri),
    datetime: query(
      'datetime',
      'As it was at an instant, or during an interval whose ends may be open (..): valid time.',
      { type: 'string', example: '2023-12-31' },
    ),
    asOf: query('asOf', 'As was known at a time (RFC 3339) or a log position: recorded time.', {
      type: 'string',
      example: '2024-06-30T00:00:00Z',
    }),
    limit: query('limit', 'Records of a page at most.', {
      type: 'integer',
      minimum: 1,
      maximum: limits.pageSize,
      default: limits.pageSizeDefault,
    }),
    token: query('token', 'Where the page begins; taken from the link "next" of the page before.', {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]+$',
    }),
    filter: query('filter', 'A condition in CQL2 on the queryables.', { type: 'string' }),
    'filter-lang': query('filter-lang', 'Language of the filter.', {
      type: 'string',
      enum: [...filterLanguages],
      default: filterLanguages[0],
    }),
    'filter-crs': query('filter-crs', 'Reference system of geometries in the filter; CRS84 by default.', uri),
    crs: query('crs', 'Reference system of the answer; CRS84 by default.', uri),
    skipGeometry: query('skipGeometry', 'Leave geometries out.', { type: 'boolean', default: false }),
    validFrom: query('validFrom', 'Instant from which the change holds.', { type: 'string' }),
    validTo: query('validTo', 'Instant until which the change holds.', { type: 'string' }),
    legalBasis: query('legalBasis', 'On what legal basis the change is made.', {
      type: 'string',
      maxLength: 1000,
    }),
    dryRun: query('dryRun', 'Check everything and change nothing.', { type: 'boolean', default: false }),
    before: query('before', 'Only entries with a smaller log position.', { type: 'integer', minimum: 0 }),
    from: query('from', 'Log position of the earlier entry; the one before "to" by default.', {
      type: 'integer',
      minimum: 1,
    }),
    to: query('to', 'Log position of the later entry; the newest by default.', {
      type: 'integer',
      minimum: 1,
    }),
    record: {
      name: 'record',
      in: 'path',
      required: true,
      description: 'Id of a record.',
      schema: { type: 'string' },
    },
    'If-Match': {
      name: 'If-Match',
      in: 'header',
      required: false,
      description: 'Entity tag of the state of the record that the change is meant for.',
      schema: { type: 'string' },
    },
    'Content-Crs': {
      name: 'Content-Crs',
      in: 'header',
      required: false,
      description: 'Reference system of the body, as <URI>; CRS84 by default.',
      schema: { type: 'string' },
    },
  };
}

const ref = (name: string): ParameterObject => ({ $ref: `#/components/parameters/${name}` });
export const refs = (...names: readonly string[]): ParameterObject[] => names.map(ref);

/** `f` with the forms that a resource has. */
export function formatParameter(offered: readonly { readonly id: string }[]): ParameterObject {
  return query('f', 'Format; wins over the header Accept.', {
    type: 'string',
    enum: offered.map(({ id }) => id),
  });
}

/** Parameters of `/items`, those of the collection's own properties included. */
export function itemsParameters(collection: Collection, settings: HttpSettings): ParameterObject[] {
  const shared = sharedParameters(settings);
  return [
    shared.bbox!,
    shared.datetime!,
    shared.limit!,
    ...refs('token', ...questionNames),
    ...ofFields(collection),
    formatParameter(itemFormats),
  ];
}

/** Parameters of `/export`: those of `/items` without pages. */
export function exportParameters(collection: Collection): ParameterObject[] {
  return [
    ...refs('bbox', 'datetime', ...questionNames),
    ...ofFields(collection),
    formatParameter(exportFormats),
  ];
}

/** Parameters of `/count`: those of a question, and what the count is broken down by. */
export function countParameters(
  collection: Collection,
  offered: readonly { readonly id: string }[],
): ParameterObject[] {
  const { view } = collection;
  const names = groupNames(view.fields);
  const own = questionNames.filter((name) => name !== 'crs' && name !== 'skipGeometry');
  return [
    ...refs('bbox', 'datetime', 'limit', 'token', ...own),
    ...fieldFilters(collection),
    ...(names.length > 0 ? [namesParameter('groupBy', names)] : []),
    formatParameter(offered),
  ];
}

export function recordParameters({ view }: Collection): ParameterObject[] {
  return [
    ...refs('datetime', 'asOf', 'crs', 'skipGeometry'),
    namesParameter(
      'properties',
      view.fields.map(({ name }) => name),
    ),
    formatParameter(recordFormats),
  ];
}

const questionNames = ['bbox-crs', 'asOf', 'filter', 'filter-lang', 'filter-crs', 'crs', 'skipGeometry'];

function ofFields(collection: Collection): ParameterObject[] {
  const { view } = collection;
  const sortable = view.fields.filter(isSortable).flatMap(({ name }) => [name, `-${name}`]);
  return [
    namesParameter(
      'properties',
      view.fields.map(({ name }) => name),
    ),
    ...(sortable.length > 0 ? [namesParameter('sortby', sortable)] : []),
    ...fieldFilters(collection),
  ];
}

function fieldFilters({ view }: Collection): ParameterObject[] {
  return queryables(view.fields)
    .filter(({ name }) => !reserved.has(name))
    .map((field) =>
      query(field.name, `Only records whose ${field.name} has this value.`, valueSchema(field)),
    );
}

const reserved = new Set([
  'bbox',
  'datetime',
  'limit',
  'token',
  'sortby',
  'properties',
  'groupBy',
  'f',
  ...questionNames,
]);

function namesParameter(name: string, names: readonly string[]): ParameterObject {
  const items = names.length > 0 ? { type: 'string', enum: names } : { type: 'string' };
  return query(name, `Names of properties (${name}).`, { type: 'array', items }, list);
}

function valueSchema(field: Collection['view']['fields'][number]): object {
  const type = field.type === 'array' ? (field.items ?? 'string') : field.type;
  if (type === 'integer' || type === 'number' || type === 'boolean') return { type };
  if (type === 'date') return { type: 'string', format: 'date' };
  if (type === 'timestamp') return { type: 'string', format: 'date-time' };
  return field.codes ? { type: 'string', enum: field.codes.map(({ value }) => value) } : { type: 'string' };
}

/** Bodies of an answer by media type. */
export function contentOf(offered: readonly Pick<ItemFormat, 'mediaType'>[], schema: object): object {
  return Object.fromEntries(
    offered.map(({ mediaType }) => {
      const type = mediaType.replace(/;\s*charset=.*$/, '');
      return [type, { schema: /json/.test(type) ? schema : { type: 'string' } }];
    }),
  );
}
