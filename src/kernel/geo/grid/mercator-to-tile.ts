import type { GridBox } from './tile-matrix-set.ts';
import { mercatorHalfMetres, mercatorLatitude } from './well-known-grids.ts';

const degree = Math.PI / 180;
const radius = mercatorHalfMetres / Math.PI;
/** How far, in tile units, a position may lie from where the logarithm would put it. */
const tolerance = 2 ** -12;

/**
 * Moves longitude and latitude to the units of a Web Mercator tile, in place. Within the tile the logarithm of the
 * projection is taken by the first terms of its series around the middle, in half the time and less; beyond, as it is.
 * @param box ground of the tile in metres @param extent units to its side
 */
export function mercatorToTile(
  [west, south, east, north]: GridBox,
  extent: number,
): (xy: Float64Array, from: number, to: number) => void {
  const scale = extent / (north - south);
  const perDegree = ((mercatorHalfMetres / 180) * extent) / (east - west);
  const left = (west / mercatorHalfMetres) * 180;
  const exact = (latitude: number) => {
    const within = Math.min(Math.max(latitude, -mercatorLatitude), mercatorLatitude);
    return (north - radius * Math.log(Math.tan(Math.PI / 4 + (within * degree) / 2))) * scale;
  };
  const latitudeOf = (y: number) => (2 * Math.atan(Math.exp(y / radius)) - Math.PI / 2) / degree;
  const middle = latitudeOf((south + north) / 2);

  // Derivatives of ln tan(π/4 + φ/2) by φ, over the factorials, and by degrees.
  const tan = Math.tan(middle * degree);
  const unit = (-radius * scale) / Math.cos(middle * degree);
  const a0 = exact(middle);
  const a1 = unit * degree;
  const a2 = (unit * degree ** 2 * tan) / 2;
  const a3 = (unit * degree ** 3 * (1 + 2 * tan ** 2)) / 6;
  const a4 = (unit * degree ** 4 * (5 * tan + 6 * tan ** 3)) / 24;
  const a5 = (unit * degree ** 5 * (5 + 28 * tan ** 2 + 24 * tan ** 4)) / 120;
  const near = (d: number) => a0 + d * (a1 + d * (a2 + d * (a3 + d * (a4 + d * a5))));

  let reach = Math.min(latitudeOf(north) - latitudeOf(south), mercatorLatitude - Math.abs(middle));
  const isNear = (d: number) => Math.abs(near(d) - exact(middle + d)) <= tolerance;
  while (!(isNear(reach) && isNear(-reach))) reach /= 2;

  return (xy, from, to) => {
    for (let i = from; i < to; i += 2) {
      const d = xy[i + 1]! - middle;
      xy[i] = (xy[i]! - left) * perDegree;
      xy[i + 1] = d <= reach && d >= -reach ? near(d) : exact(xy[i + 1]!);
    }
  };
}
