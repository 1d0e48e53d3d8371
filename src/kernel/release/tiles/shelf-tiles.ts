import { hilbertTileId } from '../../geo/grid/hilbert-tile-id.ts';
import { tileFrame } from '../../geo/grid/tile-frame.ts';
import { webMercatorQuad } from '../../geo/grid/well-known-grids.ts';
import { writeTile } from '../../geo/mvt/layer-writer.ts';
import type { ArchivedTile } from '../../tiles/pmtiles/writer.ts';
import { drawLayer, type LayerQuestion } from '../../tiles/tile-layer.ts';
import type { RecordShelf } from './record-shelf.ts';
import { shelfContents, tileCells } from './shelf-contents.ts';

/** Deepest level of an archive: a unit of its tiles is 60 cm at the equator. */
const deepest = 14;
/** Tiles of an archive; what lies below the level at which they would be more is drawn from there. */
const mostTiles = 5_000;
const tileBytes = 500_000;

interface Place {
  readonly column: number;
  readonly row: number;
}

/**
 * Tiles that records on a shelf meet, level by level as far as they stay few enough, each level in the order of its
 * Hilbert numbers.
 */
export function levelsOf(shelf: RecordShelf): readonly (readonly Place[])[] {
  const levels: (readonly Place[])[] = [];
  let above: readonly Place[] = [{ column: 0, row: 0 }];
  let total = 0;
  for (let level = 0; level <= deepest; level++) {
    const candidates =
      level === 0
        ? above
        : above.flatMap(({ column, row }) =>
            [0, 1, 2, 3].map((i) => ({ column: column * 2 + (i & 1), row: row * 2 + (i >> 1) })),
          );
    const met = candidates.filter(({ column, row }) => {
      const { box } = tileFrame(webMercatorQuad, { level, column, row });
      return box !== undefined && shelf.within(box).length > 0;
    });
    total += met.length;
    if (level > 0 && total > mostTiles) break;
    levels.push(
      met
        .map((place) => ({ place, id: hilbertTileId(level, place.column, place.row) }))
        .sort((a, b) => a.id - b.id)
        .map(({ place }) => place),
    );
    above = met;
    if (met.length === 0) break;
  }
  return levels;
}

/** Draws the tiles of the levels, each within half a megabyte. */
export function* drawTiles(
  shelf: RecordShelf,
  levels: readonly (readonly Place[])[],
  layer: Pick<LayerQuestion, 'register' | 'fields' | 'groupBy'>,
  signal?: AbortSignal,
): Generator<ArchivedTile> {
  for (const [level, places] of levels.entries())
    for (const { column, row } of places) {
      signal?.throwIfAborted();
      const frame = tileFrame(webMercatorQuad, { level, column, row });
      const { box } = frame;
      if (box === undefined) continue;
      const question: LayerQuestion = { ...layer, box, cells: tileCells };
      const drawn = drawLayer(frame, question, shelfContents(shelf, question), tileBytes);
      const bytes = writeTile([drawn.layer]);
      if (bytes.length > 0) yield { level, column, row, bytes };
    }
}
