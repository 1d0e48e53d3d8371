import { storeBlocks } from './blocks.ts';

/** Heights on a regular grid of geographic coordinates; row 0 is the northernmost. */
export interface TerrainTile {
  /** name under which it was found, for messages and provenance */
  readonly name: string;
  /** where it came from: a path or an address */
  readonly source: string;
  /** SHA-256 of the file's bytes, hex */
  readonly hash: string;
  /** longitude of the first column of samples and latitude of the first row, degrees */
  readonly west: number;
  readonly north: number;
  /** spacing of samples, degrees, both positive */
  readonly stepLon: number;
  readonly stepLat: number;
  readonly columns: number;
  readonly rows: number;
  /** metres above mean sea level in blocks of 8 × 8 cells; see `blocks.ts` */
  readonly blocks: Int16Array | Float32Array;
  readonly blocksPerRow: number;
  /** the value that means "no data" */
  readonly voidValue: number;
  readonly hasVoids: boolean;
}

/** A tile as a reader hands it over: heights row by row from the north-west corner. */
export interface TileSource extends Omit<TerrainTile, 'blocks' | 'blocksPerRow' | 'hasVoids'> {
  readonly heights: Int16Array | Float32Array;
}

/**
 * Stores a tile so that a path across it stays in the processor's cache.
 *
 * @throws RangeError where the number of heights is not columns × rows, or less than 2 × 2
 */
export function createTile(source: TileSource): TerrainTile {
  const { heights, ...rest } = source;
  if (heights.length !== source.columns * source.rows || source.columns < 2 || source.rows < 2) {
    throw new RangeError(
      `${source.name}: ${heights.length} heights do not make ${source.columns} × ${source.rows}, at least 2 × 2`,
    );
  }
  const { blocks, blocksPerRow } = storeBlocks(heights, source.columns, source.rows);
  return { ...rest, blocks, blocksPerRow, hasVoids: findVoids(heights, source.voidValue) };
}

/** Longitude of the easternmost samples and latitude of the southernmost. */
export function tileEast(tile: TerrainTile): number {
  return tile.west + (tile.columns - 1) * tile.stepLon;
}
export function tileSouth(tile: TerrainTile): number {
  return tile.north - (tile.rows - 1) * tile.stepLat;
}

/** True where any sample is the void value or not a number. */
function findVoids(heights: Int16Array | Float32Array, voidValue: number): boolean {
  for (let i = 0; i < heights.length; i++) {
    const h = heights[i]!;
    if (h === voidValue || Number.isNaN(h)) return true;
  }
  return false;
}

/** One sample, NaN where void or outside. */
export function sampleAt(tile: TerrainTile, column: number, row: number): number {
  if (column < 0 || row < 0 || column >= tile.columns || row >= tile.rows) return Number.NaN;
  const c = Math.min(column >> 3, tile.blocksPerRow - 1);
  const r = Math.min(row >> 3, Math.floor((tile.rows - 2) / 8));
  const h = tile.blocks[(r * tile.blocksPerRow + c) * 81 + (row - r * 8) * 9 + (column - c * 8)]!;
  return h === tile.voidValue ? Number.NaN : h;
}
