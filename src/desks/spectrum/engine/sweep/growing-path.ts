import { BETA_RADIUS_KM } from '../clear-air/effective-radius.ts';
import type { PathGeometry, ProfileArrays } from '../path/geometry.ts';
import { locateHorizons } from '../path/horizon.ts';
import { fitSmoothSurface, measureRoughness, smoothSlope } from '../path/smooth-surface.ts';
import { UpperHull } from './upper-hull.ts';

/**
 * Path statistics of a ray whose far end moves outwards point by point. What the transmitter sees grows by one
 * comparison a point; what each receiver sees is a tangent to a hull; the smooth-Earth sums are prefix sums.
 */
export class GrowingPath {
  readonly #flat: UpperHull;
  readonly #median: UpperHull;
  readonly #surfaceMedian: UpperHull;
  readonly #surfaceBeta: UpperHull;
  #txFlat = Number.NEGATIVE_INFINITY;
  #tx50 = Number.NEGATIVE_INFINITY;
  #surfaceTx50 = Number.NEGATIVE_INFINITY;
  #surfaceTxBeta = Number.NEGATIVE_INFINITY;
  #horizonTx = 1;
  #v1 = 0;
  #v2 = 0;
  #bulge50 = 0;

  constructor(capacity: number) {
    this.#flat = new UpperHull(capacity);
    this.#median = new UpperHull(capacity);
    this.#surfaceMedian = new UpperHull(capacity);
    this.#surfaceBeta = new UpperHull(capacity);
  }

  /** Starts a ray: `g.ae` must be set. */
  start(g: PathGeometry): void {
    this.#flat.clear();
    this.#median.clear();
    this.#surfaceMedian.clear();
    this.#surfaceBeta.clear();
    this.#txFlat = Number.NEGATIVE_INFINITY;
    this.#tx50 = Number.NEGATIVE_INFINITY;
    this.#surfaceTx50 = Number.NEGATIVE_INFINITY;
    this.#surfaceTxBeta = Number.NEGATIVE_INFINITY;
    this.#v1 = 0;
    this.#v2 = 0;
    this.#bulge50 = 500 / g.ae;
  }

  /** Takes point `i` into the interior of the path; points must come in order from 1. */
  include(ray: ProfileArrays, i: number, hts: number): void {
    const d = ray.distanceKm[i]!;
    const h = ray.terrainM[i]!;
    const previousD = ray.distanceKm[i - 1]!;
    const previousH = ray.terrainM[i - 1]!;
    const step = d - previousD;
    this.#v1 += step * (h + previousH);
    this.#v2 += step * (h * (2 * d + previousD) + previousH * (d + 2 * previousD));

    const slope = (h - hts) / d;
    if (slope > this.#txFlat) this.#txFlat = slope;
    const slope50 = slope - this.#bulge50 * d;
    if (slope50 > this.#tx50) {
      this.#tx50 = slope50;
      this.#horizonTx = i;
    }
    this.#flat.add(d, h, i);
    this.#median.add(d, h - this.#bulge50 * d * d, i);

    const s = ray.surfaceM[i]!;
    const surface = (s - hts) / d;
    const beta = 500 / BETA_RADIUS_KM;
    if (surface - this.#bulge50 * d > this.#surfaceTx50) this.#surfaceTx50 = surface - this.#bulge50 * d;
    if (surface - beta * d > this.#surfaceTxBeta) this.#surfaceTxBeta = surface - beta * d;
    if (ray.surfaceM !== ray.terrainM) this.#surfaceMedian.add(d, s - this.#bulge50 * d * d, i);
    this.#surfaceBeta.add(d, s - beta * d * d, i);
  }

  /** Measures the path that ends at the last point of `ray` (its `count` − 1); all points between are included. */
  measure(ray: ProfileArrays, g: PathGeometry): void {
    const last = ray.count - 1;
    const d = ray.distanceKm[last]!;
    const hn = ray.terrainM[last]!;
    const previousD = ray.distanceKm[last - 1]!;
    const previousH = ray.terrainM[last - 1]!;
    const step = d - previousD;
    g.d = d;
    g.hrs = hn + g.hrg;
    g.v1 = this.#v1 + step * (hn + previousH);
    g.v2 = this.#v2 + step * (hn * (2 * d + previousD) + previousH * (d + 2 * previousD));

    const rise = (g.hrs - g.hts) / d;
    g.alphaT = this.#txFlat - rise;
    const flat = this.#flat;
    const seen = flat.tangent(d, g.hrs);
    g.alphaR = (flat.yAt(seen) - g.hrs) / (d - flat.xAt(seen)) + rise;
    const top = flat.extreme(rise);
    g.hobs = flat.yAt(top) - g.hts - rise * flat.xAt(top);

    g.horizonTx = this.#horizonTx;
    g.slopeTx50 = this.#tx50 + this.#bulge50 * d;
    g.terrainSlopeTx50 = g.slopeTx50;
    const edge = slopeBack(this.#median, d, g.hrs, this.#bulge50);
    g.horizonRx = this.#median.indexAt(edge);
    g.slopeRx50 = backSlope(this.#median, edge, d, g.hrs, this.#bulge50);
    locateHorizons(ray, g);
    if (ray.surfaceM !== ray.terrainM) {
      g.slopeTx50 = this.#surfaceTx50 + this.#bulge50 * d;
      const place = slopeBack(this.#surfaceMedian, d, g.hrs, this.#bulge50);
      g.slopeRx50 = backSlope(this.#surfaceMedian, place, d, g.hrs, this.#bulge50);
    }
    const beta = 500 / BETA_RADIUS_KM;
    g.slopeTxBeta = this.#surfaceTxBeta + beta * d;
    const place = slopeBack(this.#surfaceBeta, d, g.hrs, beta);
    g.slopeRxBeta = backSlope(this.#surfaceBeta, place, d, g.hrs, beta);
    fitSmoothSurface(ray, g);
    this.#roughness(ray, g);
  }

  /** hm from the hull where its highest point lies between the horizons, else point by point. */
  #roughness(ray: ProfileArrays, g: PathGeometry): void {
    const slope = smoothSlope(g);
    const top = this.#flat.extreme(slope);
    const index = this.#flat.indexAt(top);
    if (index >= g.horizonTx && index <= g.horizonRx) {
      g.hm = this.#flat.yAt(top) - slope * this.#flat.xAt(top) - g.hstAnomalous;
    } else {
      measureRoughness(ray, g);
    }
  }
}

/** Vertex that a receiver at (d, hrs) sees highest, over an Earth of bulge `bulge` (500 / radius). */
function slopeBack(hull: UpperHull, d: number, hrs: number, bulge: number): number {
  return hull.tangent(d, hrs - bulge * d * d);
}

/** The slope to it as P.1812-8 eq. (16) has it, m/km. */
function backSlope(hull: UpperHull, place: number, d: number, hrs: number, bulge: number): number {
  const y = hrs - bulge * d * d;
  return (hull.yAt(place) - y) / (d - hull.xAt(place)) - bulge * d;
}
