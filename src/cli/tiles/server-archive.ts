import type { GridBox } from '../../kernel/geo/grid/tile-matrix-set.ts';
import { type ArchiveReport, writePmtiles } from '../../kernel/tiles/pmtiles/writer.ts';
import { tilePyramid } from '../../kernel/tiles/tile-pyramid.ts';
import { refusalOf, type ServerClient } from '../server-client.ts';

interface ServerArchive {
  readonly register: string;
  /** Parameters of the question, as the tiles' door takes them. */
  readonly query: URLSearchParams;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly signal: AbortSignal;
  readonly onShare: (share: number, tiles: number) => void;
}

interface TileJson {
  readonly name: string;
  readonly description?: string;
  readonly attribution?: string;
  readonly bounds?: GridBox;
  readonly vector_layers: readonly object[];
}

/** The archive of a register whose tiles a running server draws, all as known at the position it is at when asked. */
export async function writeServerArchive(
  server: ServerClient,
  path: string,
  { register, query, minZoom, maxZoom, signal, onShare }: ServerArchive,
): Promise<ArchiveReport> {
  const collection = `collections/${encodeURIComponent(register)}`;
  if (!query.has('asOf')) {
    const page = await server.json<{ logPosition: number }>(`${collection}/items?limit=1&skipGeometry=true`);
    query.set('asOf', String(page.logPosition));
  }
  const grid = `${collection}/tiles/WebMercatorQuad`;
  const about = await server.json<TileJson>(`${grid}?${query}&f=tilejson`, {
    headers: { accept: 'application/vnd.mapbox.tile+json' },
  });
  const reach = about.bounds ?? ([-180, -85, 180, 85] as const);
  const tiles = tilePyramid({
    minZoom,
    maxZoom,
    reach,
    async draw(level, row, column) {
      const response = await server.request(`${grid}/${level}/${row}/${column}?${query}`, {
        signal,
        headers: { accept: '*/*' },
      });
      if (response.status === 204 || response.status === 404) return new Uint8Array();
      if (!response.ok) throw await refusalOf(response);
      return new Uint8Array(await response.arrayBuffer());
    },
    onShare,
  });
  return await writePmtiles(path, tiles, {
    minZoom,
    maxZoom,
    bounds: reach,
    signal,
    metadata: {
      name: about.name,
      ...(about.description ? { description: about.description } : {}),
      ...(about.attribution ? { attribution: about.attribution } : {}),
      type: 'overlay',
      'ufuq:register': register,
      'ufuq:asOf': query.get('asOf'),
      vector_layers: about.vector_layers.map((layer) => ({ ...layer, minzoom: minZoom, maxzoom: maxZoom })),
    },
  });
}
