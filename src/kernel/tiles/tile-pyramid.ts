import { gridBoxOf } from '../geo/grid/grid-projection.ts';
import { firstOfLevel, hilbertTile, hilbertTileId } from '../geo/grid/hilbert-tile-id.ts';
import { type GridBox, limitsOf } from '../geo/grid/tile-matrix-set.ts';
import { webMercatorQuad } from '../geo/grid/well-known-grids.ts';
import type { ArchivedTile } from './pmtiles/writer.ts';

export interface PyramidOptions {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Longitude and latitude outside of which there is nothing. */
  readonly reach: GridBox;
  /** Bytes of a tile; none where it is empty. */
  draw(level: number, row: number, column: number): Promise<Uint8Array>;
  /** Share of the work that is done, 0 to 1, as far as it can be told. */
  onShare?(share: number, tiles: number): void;
}

/**
 * Every tile of the Web Mercator pyramid that shows something, level after level along the Hilbert curve. Below an
 * empty tile nothing is looked for. Whoever stops reading stops the drawing.
 */
export async function* tilePyramid(options: PyramidOptions): AsyncGenerator<ArchivedTile> {
  const { minZoom, maxZoom, draw } = options;
  let candidates = tilesOf(minZoom, options.reach);
  let made = 0;
  for (let level = minZoom; level <= maxZoom; level++) {
    const next: number[] = [];
    for (const [index, along] of candidates.entries()) {
      const { row, column } = hilbertTile(firstOfLevel(level) + along);
      const bytes = await draw(level, row, column);
      // Each level is taken to cost four times the one above.
      const before = (4 ** (level - minZoom) - 1) / (4 ** (maxZoom - minZoom + 1) - 1);
      const own = (3 * 4 ** (level - minZoom)) / (4 ** (maxZoom - minZoom + 1) - 1);
      options.onShare?.(before + (own * (index + 1)) / candidates.length, made);
      if (bytes.length === 0) continue;
      made++;
      yield { level, row, column, bytes };
      // The four tiles below follow one another on the curve of the next level.
      for (let child = 0; child < 4; child++) next.push(along * 4 + child);
    }
    candidates = next.filter((along) => isWithin(level + 1, along, options.reach));
  }
}

/** Numbers along the curve of one level's tiles that meet a box, in order. */
function tilesOf(level: number, reach: GridBox): number[] {
  const box = gridBoxOf(webMercatorQuad, reach);
  if (!box) return [];
  const { minTileRow, maxTileRow, minTileCol, maxTileCol } = limitsOf(webMercatorQuad, level, box);
  const found: number[] = [];
  for (let row = minTileRow; row <= maxTileRow; row++)
    for (let column = minTileCol; column <= maxTileCol; column++)
      found.push(hilbertTileId(level, column, row) - firstOfLevel(level));
  return found.sort((a, b) => a - b);
}

function isWithin(level: number, along: number, reach: GridBox): boolean {
  const box = gridBoxOf(webMercatorQuad, reach);
  if (!box) return false;
  const { row, column } = hilbertTile(firstOfLevel(level) + along);
  const limits = limitsOf(webMercatorQuad, level, box);
  return (
    row >= limits.minTileRow &&
    row <= limits.maxTileRow &&
    column >= limits.minTileCol &&
    column <= limits.maxTileCol
  );
}
