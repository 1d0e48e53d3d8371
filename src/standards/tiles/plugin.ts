import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addResource } from '../../kernel/http/resource.ts';
import {
  collectionSubject,
  contextOf,
  type RequestContext,
  type Subject,
  type TilesOptions,
  wholeSubject,
} from './context.ts';
import { answerGrid, answerGrids } from './grids.ts';
import { answerTile, type TilePath } from './tile.ts';
import { answerTileset, answerTilesets } from './tilesets.ts';

/** OGC API – Tiles, Part 1 (20-057): vector tiles of every register with places, and of sets of them. */
export async function tilesPlugin(app: FastifyInstance, options: TilesOptions): Promise<void> {
  type Path = TilePath & { readonly collection: string };
  const get = (url: string, answer: (context: RequestContext, path: Path, reply: FastifyReply) => unknown) =>
    addResource(app, url, {
      handlers: {
        GET: async (request: FastifyRequest, reply) =>
          answer(contextOf(request, options), request.params as Path, reply),
      },
    });
  get('/tileMatrixSets', (context, _, reply) => answerGrids(context, reply));
  get('/tileMatrixSets/:grid', (context, path, reply) => answerGrid(context, path.grid, reply));
  const resources: [string, (context: RequestContext, path: Path) => Subject][] = [
    ['', (context) => wholeSubject(context)],
    ['/collections/:collection', (context, { collection }) => collectionSubject(context, collection)],
  ];
  for (const [url, subject] of resources) {
    get(`${url}/tiles`, (context, path, reply) => answerTilesets(context, subject(context, path), reply));
    get(`${url}/tiles/:grid`, (context, path, reply) =>
      answerTileset(context, subject(context, path), path.grid, reply),
    );
    get(`${url}/tiles/:grid/:matrix/:row/:column`, (context, path, reply) =>
      answerTile(context, subject(context, path), path, reply),
    );
  }
}
