import { projector } from '../crs-projector.ts';
import type { GridBox, TileMatrixSet } from './tile-matrix-set.ts';
import { mercatorHalfMetres, mercatorLatitude } from './well-known-grids.ts';

/** Moves flat coordinates `[x, y, x, y, …]` between longitude/latitude and a grid's reference system, in place. */
export interface GridProjection {
  forward(xy: Float64Array | number[], from: number, to: number): void;
  inverse(xy: Float64Array | number[], from: number, to: number): void;
}

const degree = Math.PI / 180;
const metresPerDegree = mercatorHalfMetres / 180;
const radius = mercatorHalfMetres / Math.PI;

const identity: GridProjection = { forward: () => {}, inverse: () => {} };

/** Written out, since nearly every tile needs it: some 20 times as fast as the general projector. */
const mercator: GridProjection = {
  forward(xy, from, to) {
    for (let i = from; i < to; i += 2) {
      const latitude = Math.min(Math.max(xy[i + 1]!, -mercatorLatitude), mercatorLatitude);
      xy[i] = xy[i]! * metresPerDegree;
      xy[i + 1] = radius * Math.log(Math.tan(Math.PI / 4 + (latitude * degree) / 2));
    }
  },
  inverse(xy, from, to) {
    for (let i = from; i < to; i += 2) {
      xy[i] = xy[i]! / metresPerDegree;
      xy[i + 1] = (2 * Math.atan(Math.exp(xy[i + 1]! / radius)) - Math.PI / 2) / degree;
    }
  },
};

function general(epsg: number): GridProjection {
  const there = projector(4326, epsg);
  const back = projector(epsg, 4326);
  return {
    forward: (xy, from, to) => there.flat(xy instanceof Float64Array ? xy.subarray(from, to) : xy),
    inverse: (xy, from, to) => back.flat(xy instanceof Float64Array ? xy.subarray(from, to) : xy),
  };
}

const projections = new Map<number, GridProjection>([
  [4326, identity],
  [3857, mercator],
]);

/** Projection of a grid. @throws UnknownCrsError where nothing is known of its code. */
export function gridProjection({ epsg }: Pick<TileMatrixSet, 'epsg'>): GridProjection {
  const known = projections.get(epsg);
  if (known) return known;
  const made = general(epsg);
  projections.set(epsg, made);
  return made;
}

/** Points along each side that stand for a bent edge. */
const samples = 16;

function boxAround(
  [west, south, east, north]: GridBox,
  move: (xy: Float64Array) => void,
): [number, number, number, number] {
  const xy = new Float64Array(samples * 8);
  for (let i = 0; i < samples; i++) {
    const part = i / samples;
    const x = west + (east - west) * part;
    const y = south + (north - south) * part;
    xy.set([x, south, east, y, east - (x - west), north, west, north - (y - south)], i * 8);
  }
  move(xy);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    box[0] = Math.min(box[0], xy[i]!);
    box[1] = Math.min(box[1], xy[i + 1]!);
    box[2] = Math.max(box[2], xy[i]!);
    box[3] = Math.max(box[3], xy[i + 1]!);
  }
  return box;
}

/** Box in the grid's system around a longitude/latitude box, which is cut to the grid's area first. */
export function gridBoxOf(grid: TileMatrixSet, box: GridBox): GridBox | undefined {
  const cut = meet(box, grid.area);
  return cut && boxAround(cut, (xy) => gridProjection(grid).forward(xy, 0, xy.length));
}

/**
 * Longitude/latitude box of everything that a box in the grid's system can show, cut to the grid's area; undefined
 * where it shows nothing. Where edges are bent it is a little larger than what they enclose, never smaller.
 */
export function lonLatBoxOf(grid: TileMatrixSet, box: GridBox): GridBox | undefined {
  if (grid.epsg === 4326) return meet(box, grid.area);
  const reach = gridBoxOf(grid, grid.area)!;
  const cut = meet(box, reach);
  if (!cut) return undefined;
  const [west, south, east, north] = boxAround(cut, (xy) => gridProjection(grid).inverse(xy, 0, xy.length));
  if (grid.epsg === 3857) return meet([west, south, east, north], grid.area);
  const bend = 0.02;
  return meet(
    [
      west - (east - west) * bend,
      south - (north - south) * bend,
      east + (east - west) * bend,
      north + (north - south) * bend,
    ],
    grid.area,
  );
}

function meet(a: GridBox, b: GridBox): GridBox | undefined {
  const box = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ] as const;
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined;
}
