import type { ProfileArrays } from '../path/geometry.ts';
import { bullingtonCorrectionDb, obstructedEdgeLossDb } from './bullington.ts';
import { knifeEdgeLossDb } from './knife-edge.ts';

/** First index in [1, last − 1] whose distance is not below `distanceKm`, by bisection. */
function indexAtOrAfter(distances: Float64Array, last: number, distanceKm: number): number {
  let low = 1;
  let high = last - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (distances[middle]! < distanceKm) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Steepest slope from an antenna `heightM` over a profile of zero height, at profile points only. The slope
 * −h/x − 500·x/a has one maximum, at x = √(h·a/500), so the two neighbours of that distance decide.
 */
function smoothSlope(
  distances: Float64Array,
  last: number,
  d: number,
  bulge: number,
  heightM: number,
  isFromFarEnd: boolean,
): number {
  const crest = heightM > 0 ? Math.sqrt(heightM / bulge) : 0;
  const at = indexAtOrAfter(distances, last, isFromFarEnd ? d - crest : crest);
  let best = Number.NEGATIVE_INFINITY;
  const to = Math.min(at + 1, last - 1);
  for (let i = Math.max(at - 1, 1); i <= to; i++) {
    const x = isFromFarEnd ? d - distances[i]! : distances[i]!;
    const slope = -heightM / x - bulge * x;
    if (slope > best) best = slope;
  }
  return best + bulge * d;
}

/**
 * Greatest ν over a clear path of zero height: P.1812-8 eq. (15) with all g_i = 0. Between two positive heights ν
 * has a single maximum along the path, so bisection on its rise finds the profile point that has it.
 */
function smoothClearEdgeLossDb(
  profile: ProfileArrays,
  bulge: number,
  hts: number,
  hrs: number,
  d: number,
  wavelengthM: number,
): number {
  const { distanceKm, count } = profile;
  const rise = (hrs - hts) / d;
  const edge = (i: number) => {
    const di = distanceKm[i]!;
    const product = di * (d - di);
    return (bulge * product - hts - rise * di) / Math.sqrt(product);
  };
  let low = 1;
  let high = count - 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edge(middle + 1) > edge(middle)) low = middle + 1;
    else high = middle;
  }
  return knifeEdgeLossDb(edge(low) * Math.sqrt((0.002 * d) / wavelengthM));
}

/**
 * Bullington loss of the smooth profile, the subtrahend of delta-Bullington: P.1812-8 §4.3.4 eq. (38), without
 * visiting every point where the path is obstructed.
 *
 * @param hts, hrs heights over the smooth surface, m
 */
export function smoothBullingtonLossDb(
  profile: ProfileArrays,
  radiusKm: number,
  hts: number,
  hrs: number,
  d: number,
  wavelengthM: number,
): number {
  const last = profile.count - 1;
  const bulge = 500 / radiusKm;
  const slopeTx = smoothSlope(profile.distanceKm, last, d, bulge, hts, false);
  const edge =
    slopeTx < (hrs - hts) / d
      ? smoothClearEdgeLossDb(profile, bulge, hts, hrs, d, wavelengthM)
      : obstructedEdgeLossDb(
          slopeTx,
          smoothSlope(profile.distanceKm, last, d, bulge, hrs, true),
          hts,
          hrs,
          d,
          wavelengthM,
        );
  return bullingtonCorrectionDb(edge, d);
}
