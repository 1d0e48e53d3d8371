import type { P1812Parameters } from '../p1812/result.ts';
import { ZONE_INLAND, ZONE_SEA } from '../path/zone.ts';
import type { Ray } from './ray.ts';

/** Zone extents of a ray whose end moves outwards: the same half-way rule as `measureZones`, without walking back. */
export class GrowingZones {
  #sea = 0;
  #land = 0;
  #inland = 0;
  #longestLand = 0;
  #longestInland = 0;
  #next = 0;

  start(): void {
    this.#sea = 0;
    this.#land = 0;
    this.#inland = 0;
    this.#longestLand = 0;
    this.#longestInland = 0;
    this.#next = 0;
  }

  /** Sets dtm, dlm and ω of `p` for the path that ends at point `end`. */
  extend(ray: Ray, end: number, p: P1812Parameters): void {
    const d = ray.distanceKm;
    if (ray.zone === undefined) {
      p.longestLandKm = d[end]!;
      p.longestInlandKm = d[end]!;
      p.seaFraction = 0;
      return;
    }
    for (; this.#next < end; this.#next++) {
      const i = this.#next;
      const from = i === 0 ? d[0]! : (d[i - 1]! + d[i]!) / 2;
      this.#take(ray.zone[i]!, (d[i]! + d[i + 1]!) / 2 - from);
    }
    const code = ray.zone[end]!;
    const tail = (d[end]! - d[end - 1]!) / 2;
    const land = code === ZONE_SEA ? 0 : this.#land + tail;
    const inland = code === ZONE_INLAND ? this.#inland + tail : 0;
    p.longestLandKm = Math.max(this.#longestLand, land);
    p.longestInlandKm = Math.max(this.#longestInland, inland);
    p.seaFraction = (this.#sea + (code === ZONE_SEA ? tail : 0)) / d[end]!;
  }

  #take(code: number, km: number): void {
    if (code === ZONE_SEA) {
      this.#sea += km;
      this.#land = 0;
      this.#inland = 0;
      return;
    }
    this.#land += km;
    this.#inland = code === ZONE_INLAND ? this.#inland + km : 0;
    this.#longestLand = Math.max(this.#longestLand, this.#land);
    this.#longestInland = Math.max(this.#longestInland, this.#inland);
  }
}
