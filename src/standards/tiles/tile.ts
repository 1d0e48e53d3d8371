import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { gridBoxOf } from '../../kernel/geo/grid/grid-projection.ts';
import { tileFrame } from '../../kernel/geo/grid/tile-frame.ts';
import {
  limitsOf,
  type TileAddress,
  type TileMatrixSet,
  tileAddress,
} from '../../kernel/geo/grid/tile-matrix-set.ts';
import { noneMatch } from '../../kernel/http/entity-tag.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import { serverTiming } from '../../kernel/http/server-timing.ts';
import type { LayerReport } from '../../kernel/tiles/tile-layer.ts';
import { gridOf, type RequestContext, type Subject } from './context.ts';
import { readTileQuery } from './tile-parameters.ts';

export const mvt = {
  id: 'mvt',
  mediaType: 'application/vnd.mapbox-vector-tile',
  aliases: ['application/x-protobuf', 'application/octet-stream'],
};

export interface TilePath {
  readonly grid: string;
  readonly matrix: string;
  readonly row: string;
  readonly column: string;
}

/**
 * GET `…/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}`: a vector tile. Its entity tag is the tile's own
 * version, known from memory, so that an unchanged tile costs no look at the records. 204 where it shows nothing.
 */
export async function answerTile(
  context: RequestContext,
  subject: Subject,
  path: TilePath,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { request, caller, tiles } = context;
  const grid = gridOf(path.grid);
  const address = addressOf(grid, path);
  const { f, chosen: _, ...question } = readTileQuery(context, subject);
  negotiate({ f, accept: request.headers.accept }, [mvt]);
  const tile = await tiles.prepare({ ...question, caller, frame: tileFrame(grid, address) });
  const box = tile.reach && gridBoxOf(grid, tile.reach);
  const limits = box && limitsOf(grid, address.level, box);
  if (limits && !isWithin(limits, address)) throw beyond(limits, path);
  reply.headers({ vary: 'Accept, Authorization', 'cache-control': 'no-cache' });
  if (tile.version !== undefined) {
    const tag = `"${tile.version}"`;
    reply.header('etag', tag);
    if (noneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();
  }
  const { bytes, reports, answeredBy, isKept } = await tile.draw();
  const timing = isKept ? 'cache' : answeredBy.map(serverTiming).join(', ');
  reply.headers({ ...reportHeaders(reports), ...(timing === '' ? {} : { 'server-timing': timing }) });
  if (bytes.length === 0) return reply.code(204).send();
  return reply.type(mvt.mediaType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** What did not find room by itself, layer by layer; nothing where every record is drawn. */
export function reportHeaders(reports: readonly LayerReport[]): Record<string, string> {
  const list = (count: 'coalesced' | 'dropped') =>
    reports
      .filter((report) => report[count] > 0)
      .map((report) => `${report.layer}=${report[count]}`)
      .join(', ');
  const coalesced = list('coalesced');
  const dropped = list('dropped');
  return {
    ...(coalesced ? { 'ufuq-tile-coalesced': coalesced } : {}),
    ...(dropped ? { 'ufuq-tile-dropped': dropped } : {}),
  };
}

function addressOf(grid: TileMatrixSet, path: TilePath): TileAddress {
  const address = tileAddress(grid, path.matrix, path.row, path.column);
  if (address) return address;
  throw outside(grid, path);
}

/** OGC 20-057, `/req/core/tc-error`: 404 for what is out of range. */
function outside(grid: TileMatrixSet, { matrix, row, column }: TilePath): Problem {
  const at = grid.tileMatrices.find(({ id }) => id === matrix);
  const ids = grid.tileMatrices.map(({ id }) => id);
  const short = (text: string) => text.slice(0, 20);
  return new Problem('not-found', {}, [
    at
      ? {
          pointer: 'path:tileRow',
          code: 'tile-address',
          params: {
            grid: grid.id,
            matrix,
            row: short(row),
            column: short(column),
            rows: at.matrixHeight,
            columns: at.matrixWidth,
          },
        }
      : {
          pointer: 'path:tileMatrix',
          code: 'tile-matrix',
          params: { grid: grid.id, matrix: short(matrix), first: ids[0]!, last: ids.at(-1)! },
        },
  ]);
}

/** The same for what is in the grid and reached by no record. */
function beyond(limits: Limits, { matrix, row, column }: TilePath): Problem {
  const { minTileRow: minRow, maxTileRow: maxRow, minTileCol: minColumn, maxTileCol: maxColumn } = limits;
  const params = { matrix, row, column, minRow, maxRow, minColumn, maxColumn };
  return new Problem('not-found', {}, [{ pointer: 'path:tileRow', code: 'tile-limits', params }]);
}

type Limits = ReturnType<typeof limitsOf>;

function isWithin(limits: Limits, { row, column }: TileAddress): boolean {
  return (
    row >= limits.minTileRow &&
    row <= limits.maxTileRow &&
    column >= limits.minTileCol &&
    column <= limits.maxTileCol
  );
}
