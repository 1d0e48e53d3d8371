import type { TileFrame } from '../grid/tile-frame.ts';
import { clipShape } from './clip-shape.ts';
import { boundsOf, PathBuffer } from './path-buffer.ts';
import { quantiseShape } from './quantise-shape.ts';

/** How far, in tile units, a simplified line may stray from the true one before rounding. */
export const tileTolerance = 0.25;

/** How far beyond the margin, in tile units, what lies on its edge may come to lie by the projection. */
const hair = 2 ** -10;

const cut = new PathBuffer();
const clipped = new PathBuffer();
const drawn = new PathBuffer();
const bounds: [number, number, number, number] = [0, 0, 0, 0];

/**
 * What a tile shows of a shape in longitude and latitude (which is moved to tile units, and so spoiled): cut to the
 * tile with its margin, simplified, rounded. The answer stands until the next call; no paths where nothing is seen.
 */
export function tileShape(shape: PathBuffer, frame: TileFrame): PathBuffer {
  let within = shape;
  if (!frame.isWorldwide) {
    // A projection made for a zone folds back what lies on the other side of the earth.
    clipShape(shape, frame.grid.area, cut);
    within = cut;
  }
  frame.toTile(within.xy, 0, within.length);
  const { buffer, extent } = frame;
  const least = -buffer;
  const most = extent + buffer;
  boundsOf(within.xy, 0, within.length, bounds);
  const low = least - hair;
  const high = most + hair;
  const isInside = bounds[0] >= low && bounds[1] >= low && bounds[2] <= high && bounds[3] <= high;
  if (!isInside) {
    clipShape(within, [least, least, most, most], clipped);
    within = clipped;
  }
  quantiseShape(within, tileTolerance, drawn);
  return drawn;
}
