import type { FastifyReply } from 'fastify';
import { narrow } from '../../kernel/access/narrow.ts';
import { gridBoxOf } from '../../kernel/geo/grid/grid-projection.ts';
import { limitsOf, type TileMatrixSet } from '../../kernel/geo/grid/tile-matrix-set.ts';
import { tileMatrixSets } from '../../kernel/geo/grid/well-known-grids.ts';
import { type Link, withQuery } from '../../kernel/http/links.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { Field } from '../../kernel/register/declaration.ts';
import type { Register } from '../../kernel/register/register.ts';
import { languageTag } from '../../kernel/tiles/tile-properties.ts';
import { gridOf, type RequestContext, type Subject } from './context.ts';
import { gridUrl, json, ogcRel } from './grids.ts';
import { mvt } from './tile.ts';
import { readTileQuery } from './tile-parameters.ts';
import { questionQuery, tileTemplate, titleOf } from './tile-template.ts';
import { tileJson, tileJsonForm } from './tilejson.ts';

/** GET `…/tiles`: the tilesets of a register or of all (OGC 20-057, `/req/tilesets-list`). */
export async function answerTilesets(
  context: RequestContext,
  subject: Subject,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { f } = readTileQuery(context, subject);
  negotiate({ f, accept: context.request.headers.accept }, [json]);
  const url = `${subject.url}/tiles`;
  const query = questionQuery(context);
  return sendJson(reply.headers(vary), json.mediaType, {
    links: [{ rel: 'self', href: withQuery(url, query), type: json.mediaType }],
    tilesets: tileMatrixSets.map((grid) => ({
      title: titleOf(context, subject),
      dataType: 'vector',
      crs: grid.crs,
      ...(grid.uri ? { tileMatrixSetURI: grid.uri } : {}),
      links: [
        { rel: 'self', href: withQuery(`${url}/${grid.id}`, query), type: json.mediaType },
        { rel: ogcRel('tiling-scheme'), href: gridUrl(context.base, grid), type: json.mediaType },
      ],
    })),
  });
}

/** GET `…/tiles/{tileMatrixSetId}`: a tileset as OGC 17-083r4 describes it, or as TileJSON 3. */
export async function answerTileset(
  context: RequestContext,
  subject: Subject,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const grid = gridOf(id);
  const { f, chosen } = readTileQuery(context, subject);
  const offered = grid.id === 'WebMercatorQuad' ? [json, tileJsonForm] : [json];
  const form = negotiate({ f, accept: context.request.headers.accept }, offered);
  const reach = await context.tiles.reach(chosen, context.caller);
  reply.headers(vary);
  if (form === tileJsonForm)
    return sendJson(reply, form.mediaType, tileJson(context, subject, chosen, reach));
  const box = reach && gridBoxOf(grid, reach);
  return sendJson(reply, json.mediaType, {
    title: titleOf(context, subject),
    dataType: 'vector',
    crs: grid.crs,
    ...(grid.uri ? { tileMatrixSetURI: grid.uri } : {}),
    links: tilesetLinks(context, subject, grid),
    ...(box ? { tileMatrixSetLimits: grid.tileMatrices.map((_, level) => limitsOf(grid, level, box)) } : {}),
    ...(reach
      ? {
          boundingBox: {
            lowerLeft: [reach[0], reach[1]],
            upperRight: [reach[2], reach[3]],
            crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
          },
        }
      : {}),
    layers: chosen.map((register) => layerOf(context, register)),
  });
}

const vary = { vary: 'Accept, Accept-Language, Cookie, Authorization', 'cache-control': 'no-cache' };

function tilesetLinks(context: RequestContext, subject: Subject, grid: TileMatrixSet): readonly Link[] {
  const own = `${subject.url}/tiles/${grid.id}`;
  const query = questionQuery(context);
  return [
    { rel: 'self', href: withQuery(own, query), type: json.mediaType },
    ...(grid.id === 'WebMercatorQuad'
      ? [
          {
            rel: 'alternate',
            href: withQuery(own, { ...query, f: tileJsonForm.id }),
            type: tileJsonForm.mediaType,
          },
        ]
      : []),
    { rel: ogcRel('tiling-scheme'), href: gridUrl(context.base, grid), type: json.mediaType },
    { rel: 'item', href: tileTemplate(context, subject, grid), type: mvt.mediaType, templated: true },
    ...(subject.isWhole ? [] : [{ rel: ogcRel('geodata'), href: subject.url, type: json.mediaType }]),
  ];
}

const dimensions: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 0,
  LineString: 1,
  MultiLineString: 1,
  Polygon: 2,
  MultiPolygon: 2,
};

function layerOf({ base, language, caller }: RequestContext, register: Register): object {
  const dimension = dimensions[register.geometry!];
  const properties = narrow(register, caller).fields.flatMap((field) => schemasOf(field, language));
  return {
    id: register.id,
    title: textIn(language, register.title),
    description: textIn(language, register.description),
    dataType: 'vector',
    ...(dimension === undefined ? {} : { geometryDimension: dimension }),
    propertiesSchema: {
      type: 'object',
      properties: { id: { type: 'string' }, ...Object.fromEntries(properties) },
    },
    links: [{ rel: ogcRel('geodata'), href: `${base}/collections/${register.id}`, type: json.mediaType }],
  };
}

/** A field's properties as they stand in tiles, each with its schema: a text in several languages has one for each. */
function schemasOf(field: Field, language: RequestContext['language']): [string, object][] {
  const title = textIn(language, field.title);
  if (field.type === 'localized')
    return languages.map((each) => [
      languageTag(field.name, each),
      { title: `${title} (${each})`, type: 'string' },
    ]);
  const type = ['integer', 'number', 'boolean'].includes(field.type) ? field.type : 'string';
  const codes = field.codes ? { enum: field.codes.map(({ value }) => value) } : {};
  return [[field.name, { title, type, ...codes }]];
}
