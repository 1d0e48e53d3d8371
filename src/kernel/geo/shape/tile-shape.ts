import type { TileFrame } from '../grid/tile-frame.ts';
import { clipShape } from './clip-shape.ts';
import { boundsOf, PathBuffer } from './path-buffer.ts';
import { quantiseShape } from './quantise-shape.ts';

/** How far, in tile units, a simplified line may stray from the true one before rounding. */
export const tileTolerance = 0.25;

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
  const [least, most] = [-buffer, extent + buffer];
  boundsOf(within.xy, 0, within.length, bounds);
  const isInside = bounds[0] >= least && bounds[1] >= least && bounds[2] <= most && bounds[3] <= most;
  if (!isInside) {
    clipShape(within, [least, least, most, most], clipped);
    within = clipped;
  }
  quantiseShape(within, tileTolerance, drawn);
  return drawn;
}
