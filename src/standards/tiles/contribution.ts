import { tileMatrixSets } from '../../kernel/geo/grid/well-known-grids.ts';
import type { Contribution } from '../../kernel/http/contribution.ts';
import { segment } from '../../kernel/http/links.ts';
import { message } from '../../kernel/i18n/message.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import { conformance } from './conformance.ts';
import { placedRegisters } from './context.ts';
import { json, ogcRel } from './grids.ts';
import { mvt } from './tile.ts';
import { mostCollections } from './tile-parameters.ts';
import { tileJsonForm } from './tilejson.ts';

/** What tiles add to the documents that all standards share. */
export const tilesContribution: Contribution = {
  conformsTo: conformance,
  landing: ({ base, language }) => [
    link(ogcRel('tilesets-vector'), `${base}/tiles`, message(language, 'page.tiles')),
    link(ogcRel('tiling-schemes'), `${base}/tileMatrixSets`, message(language, 'page.tile-grids')),
  ],
  collectionLinks: ({ base, language }, register) =>
    register.geometry === null
      ? []
      : [
          link(
            ogcRel('tilesets-vector'),
            `${base}/collections/${segment(register.id)}/tiles`,
            message(language, 'page.tiles'),
          ),
        ],
  api: (door) => {
    const { language } = door;
    const tag = message(language, 'page.tiles');
    const own = placedRegisters(door).map(({ id, title }) =>
      tilePaths(`/collections/${id}`, `${id}.collection`, textIn(language, title)!, false),
    );
    return {
      tags: [{ name: tag }],
      paths: {
        '/tileMatrixSets': described('getTileMatrixSetsList', message(language, 'page.tile-grids'), [], tag),
        '/tileMatrixSets/{tileMatrixSetId}': described(
          'getTileMatrixSet',
          'A grid of tiles',
          [gridParameter],
          tag,
        ),
        ...tilePaths('', 'dataset', tag, true),
        ...Object.assign({}, ...own),
      },
    };
  },
};

function link(rel: string, href: string, title: string) {
  return { rel, href, type: json.mediaType, title };
}

const text = { type: 'string' };
const gridParameter = {
  name: 'tileMatrixSetId',
  in: 'path',
  required: true,
  schema: { type: 'string', enum: tileMatrixSets.map(({ id }) => id) },
};
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text });
const inQuery = (name: string, schema: object = text) => ({ name, in: 'query', required: false, schema });
const collections = {
  ...inQuery('collections'),
  description: `Registers to draw, ${mostCollections} at most; without it the first ${mostCollections}.`,
};
const question = [
  inQuery('datetime'),
  inQuery('subset'),
  inQuery('asOf'),
  inQuery('filter'),
  inQuery('filter-lang', { type: 'string', enum: ['cql2-text', 'cql2-json'] }),
  inQuery('properties'),
];

function described(operationId: string, summary: string, parameters: readonly object[], tag: string) {
  return operation(operationId, summary, tag, [...parameters, inQuery('f')], {
    [json.mediaType]: { schema: { type: 'object' } },
  });
}

function operation(
  operationId: string,
  summary: string,
  tag: string,
  parameters: readonly object[],
  content: object,
): { get: object } {
  return {
    get: {
      operationId,
      summary,
      tags: [tag],
      parameters,
      responses: {
        200: { description: summary, content },
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  };
}

/** Paths under a resource; ids of operations end as OGC 20-057, `/req/oas30/operation-id`, wants them. */
function tilePaths(path: string, name: string, tag: string, isWhole: boolean) {
  const asked = isWhole ? [collections, ...question] : question;
  return {
    [`${path}/tiles`]: described(`${name}.vector.getTileSetsList`, 'Tilesets', asked, tag),
    [`${path}/tiles/{tileMatrixSetId}`]: operation(
      `${name}.vector.getTileSet`,
      'A tileset',
      tag,
      [gridParameter, ...asked, inQuery('f')],
      {
        [json.mediaType]: { schema: { type: 'object' } },
        [tileJsonForm.mediaType]: { schema: { type: 'object' } },
      },
    ),
    [`${path}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}`]: operation(
      `${name}.vector.getTile`,
      'A vector tile',
      tag,
      [gridParameter, inPath('tileMatrix'), inPath('tileRow'), inPath('tileCol'), ...asked, inQuery('f')],
      { [mvt.mediaType]: { schema: { type: 'string', format: 'binary' } } },
    ),
  };
}
