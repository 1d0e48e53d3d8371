/** A pyramid of tiles over one reference system (OGC 17-083r4): which ground a tile covers, and which tiles cover a ground. */

/** One level: square cells, tiles counted from the top left. Metres, or degrees in a geographic system. */
export interface TileMatrix {
  readonly id: string;
  readonly scaleDenominator: number;
  /** Ground size of one of the 256 × 256 cells of a tile. */
  readonly cellSize: number;
  readonly matrixWidth: number;
  readonly matrixHeight: number;
}

export interface TileMatrixSet {
  readonly id: string;
  readonly title: string;
  readonly uri?: string;
  /** URI of the reference system. */
  readonly crs: string;
  /** Code of the system; 4326 stands for CRS84 (longitude first). */
  readonly epsg: number;
  readonly orderedAxes: readonly [string, string];
  readonly wellKnownScaleSet?: string;
  /** Top left corner of every level, easting or longitude first. */
  readonly pointOfOrigin: readonly [number, number];
  /** Longitude and latitude outside of which the grid draws nothing: `[west, south, east, north]`. */
  readonly area: readonly [number, number, number, number];
  readonly tileMatrices: readonly TileMatrix[];
}

/** Cells a tile is wide and high. */
export const tileCells = 256;

/** A tile's place: index of the matrix in the set, row from the top, column from the left. */
export interface TileAddress {
  readonly level: number;
  readonly row: number;
  readonly column: number;
}

/** Box in the grid's own reference system: least x, least y, greatest x, greatest y. */
export type GridBox = readonly [number, number, number, number];

/** Ground that a tile covers, widened on each side by a share of its width. */
export function tileBox(grid: TileMatrixSet, { level, row, column }: TileAddress, margin = 0): GridBox {
  const size = grid.tileMatrices[level]!.cellSize * tileCells;
  const west = grid.pointOfOrigin[0] + column * size;
  const north = grid.pointOfOrigin[1] - row * size;
  const extra = margin * size;
  return [west - extra, north - size - extra, west + size + extra, north + extra];
}

/** Level, row and column where they are a tile of the grid, else undefined. */
export function tileAddress(
  grid: TileMatrixSet,
  matrix: string,
  row: string,
  column: string,
): TileAddress | undefined {
  const level = grid.tileMatrices.findIndex(({ id }) => id === matrix);
  const at = grid.tileMatrices[level];
  if (!at || !/^\d{1,8}$/.test(row) || !/^\d{1,8}$/.test(column)) return undefined;
  const address = { level, row: Number(row), column: Number(column) };
  return address.row < at.matrixHeight && address.column < at.matrixWidth ? address : undefined;
}

/** Least and greatest row and column of the tiles of one level that meet a box. */
export interface TileLimits {
  readonly tileMatrix: string;
  readonly minTileRow: number;
  readonly maxTileRow: number;
  readonly minTileCol: number;
  readonly maxTileCol: number;
}

/** Limits of one level for a box in the grid's own system, cut to the matrix. */
export function limitsOf(grid: TileMatrixSet, level: number, box: GridBox): TileLimits {
  const { id, cellSize, matrixWidth, matrixHeight } = grid.tileMatrices[level]!;
  const size = cellSize * tileCells;
  const [x, y] = grid.pointOfOrigin;
  const within = (value: number, count: number) => Math.min(Math.max(Math.floor(value), 0), count - 1);
  return {
    tileMatrix: id,
    minTileRow: within((y - box[3]) / size, matrixHeight),
    maxTileRow: within((y - box[1]) / size, matrixHeight),
    minTileCol: within((box[0] - x) / size, matrixWidth),
    maxTileCol: within((box[2] - x) / size, matrixWidth),
  };
}
