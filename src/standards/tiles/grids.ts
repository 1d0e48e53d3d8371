import type { FastifyReply } from 'fastify';
import { type TileMatrixSet, tileCells } from '../../kernel/geo/grid/tile-matrix-set.ts';
import { tileMatrixSets } from '../../kernel/geo/grid/well-known-grids.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { anyText, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { gridOf, type RequestContext } from './context.ts';

export const json = { id: 'json', mediaType: 'application/json' };
export const ogcRel = (name: string) => `http://www.opengis.net/def/rel/ogc/1.0/${name}`;

/** Absolute URL of a grid's definition. */
export function gridUrl(base: string, { id }: Pick<TileMatrixSet, 'id'>): string {
  return `${base}/tileMatrixSets/${id}`;
}

/** Refuses parameters and forms that a description does not have. */
export function requireJson(context: RequestContext): void {
  const { f } = requireParameters(context.request.query as RawQuery, { f: anyText });
  negotiate({ f, accept: context.request.headers.accept }, [json]);
}

/** GET `/tileMatrixSets`. */
export function answerGrids(context: RequestContext, reply: FastifyReply): FastifyReply {
  requireJson(context);
  const { base } = context;
  return sendJson(reply, json.mediaType, {
    links: [{ rel: 'self', href: `${base}/tileMatrixSets`, type: json.mediaType }],
    tileMatrixSets: tileMatrixSets.map((grid) => ({
      id: grid.id,
      title: grid.title,
      ...(grid.uri ? { uri: grid.uri } : {}),
      crs: grid.crs,
      links: [{ rel: 'self', href: gridUrl(base, grid), type: json.mediaType, title: grid.title }],
    })),
  });
}

/** GET `/tileMatrixSets/{id}` (OGC 17-083r4, JSON). */
export function answerGrid(context: RequestContext, id: string, reply: FastifyReply): FastifyReply {
  const grid = gridOf(id);
  requireJson(context);
  return sendJson(reply, json.mediaType, gridDocument(grid));
}

export function gridDocument(grid: TileMatrixSet): object {
  return {
    id: grid.id,
    title: grid.title,
    ...(grid.uri ? { uri: grid.uri } : {}),
    crs: grid.crs,
    orderedAxes: grid.orderedAxes,
    ...(grid.wellKnownScaleSet ? { wellKnownScaleSet: grid.wellKnownScaleSet } : {}),
    tileMatrices: grid.tileMatrices.map((matrix) => ({
      ...matrix,
      cornerOfOrigin: 'topLeft',
      pointOfOrigin: grid.pointOfOrigin,
      tileWidth: tileCells,
      tileHeight: tileCells,
    })),
  };
}
