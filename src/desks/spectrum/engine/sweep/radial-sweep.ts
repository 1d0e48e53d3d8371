import { medianEarthRadiusKm } from '../clear-air/effective-radius.ts';
import { p1812FromGeometry } from '../p1812/p1812.ts';
import { type P1812Parameters, P1812Result } from '../p1812/result.ts';
import type { ProfileArrays } from '../path/geometry.ts';
import { GrowingPath } from './growing-path.ts';
import { GrowingZones } from './growing-zones.ts';
import type { Ray } from './ray.ts';

/**
 * P.1812 at every point of a ray in one pass: the same arithmetic as point to point (the answers agree to rounding),
 * with the terrain visited once. Give one sweep to each worker and use it for all its rays.
 */
export class RadialSweep {
  readonly result = new P1812Result();
  readonly #path: GrowingPath;
  readonly #zones = new GrowingZones();

  /** @param capacity greatest number of points of a ray */
  constructor(capacity: number) {
    this.#path = new GrowingPath(capacity);
  }

  /**
   * @param parameters of the link; path centre latitude, zone extents and coast distances are overwritten per point
   * @param lossDb receives Lb for receivers at each point; NaN for points 0 and 1, which are no path
   * @param each called after every point, if given, with its index; the intermediates stand in `result`
   */
  sweep(ray: Ray, parameters: P1812Parameters, lossDb: Float64Array, each?: (index: number) => void): void {
    const p: P1812Parameters = { ...parameters };
    const g = this.result.geometry;
    g.htg = p.txHeightM;
    g.hrg = p.rxHeightM;
    g.hts = ray.terrainM[0]! + p.txHeightM;
    g.ae = medianEarthRadiusKm(p.deltaN);
    this.#path.start(g);
    this.#zones.start();
    const part: ProfileArrays = {
      distanceKm: ray.distanceKm,
      terrainM: ray.terrainM,
      surfaceM: ray.surfaceM,
      count: 0,
    };
    lossDb[0] = Number.NaN;
    lossDb[1] = Number.NaN;
    for (let k = 2; k < ray.count; k++) {
      this.#path.include(ray, k - 1, g.hts);
      part.count = k + 1;
      this.#path.measure(part, g);
      const half = k >> 1;
      p.latitudeDeg = (k & 1) === 0 ? ray.lat[half]! : (ray.lat[half]! + ray.lat[half + 1]!) / 2;
      this.#zones.extend(ray, k, p);
      lossDb[k] = p1812FromGeometry(part, p, this.result).Lb;
      each?.(k);
    }
  }
}
