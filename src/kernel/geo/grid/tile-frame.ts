import { gridProjection, lonLatBoxOf } from './grid-projection.ts';
import { mercatorToTile } from './mercator-to-tile.ts';
import { type GridBox, type TileAddress, type TileMatrixSet, tileBox } from './tile-matrix-set.ts';

/** The integer square that a vector tile draws in: 0 to `extent` from the top left, and a margin around it. */
export interface TileFrame {
  readonly grid: TileMatrixSet;
  readonly address: TileAddress;
  readonly extent: number;
  /** Units drawn beyond each side, so that strokes and labels join across tiles. */
  readonly buffer: number;
  /** Ground that is asked for, margin included, in longitude and latitude; undefined where the grid shows nothing. */
  readonly box: GridBox | undefined;
  /** Whether the grid's projection holds for all longitudes. */
  readonly isWorldwide: boolean;
  /** Ground size of a unit in the grid's reference system. */
  readonly unit: number;
  /** Longitude/latitude to tile units in place, for the numbers `from` ≤ index < `to`. */
  toTile(xy: Float64Array, from: number, to: number): void;
}

/** Units to the side of a vector tile. */
export const tileExtent = 4096;
/** Units drawn beyond each side: 8 pixels of a tile shown 512 pixels wide. */
export const tileBuffer = 64;

export function tileFrame(
  grid: TileMatrixSet,
  address: TileAddress,
  extent = tileExtent,
  buffer = tileBuffer,
): TileFrame {
  const ground = tileBox(grid, address);
  return {
    grid,
    address,
    extent,
    buffer,
    isWorldwide: grid.area[2] - grid.area[0] >= 360,
    unit: (ground[2] - ground[0]) / extent,
    box: lonLatBoxOf(grid, tileBox(grid, address, buffer / extent)),
    toTile: grid.epsg === 3857 ? mercatorToTile(ground, extent) : projectedToTile(grid, ground, extent),
  };
}

function projectedToTile(
  grid: TileMatrixSet,
  [west, south, east, north]: GridBox,
  extent: number,
): TileFrame['toTile'] {
  const projection = gridProjection(grid);
  const scaleX = extent / (east - west);
  const scaleY = extent / (north - south);
  return (xy, from, to) => {
    projection.forward(xy, from, to);
    for (let i = from; i < to; i += 2) {
      xy[i] = (xy[i]! - west) * scaleX;
      xy[i + 1] = (north - xy[i + 1]!) * scaleY;
    }
  };
}
