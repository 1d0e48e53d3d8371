import { BETA_RADIUS_KM } from '../clear-air/effective-radius.ts';
import type { PathGeometry, ProfileArrays } from './geometry.ts';

/**
 * Index of the point with the greatest ν over bare terrain, the horizon of a line-of-sight path (P.1812-8 §5.3).
 * Where the terrain carries no clutter, the diffraction model needs the same maxima; they are left in `g`.
 */
export function principalEdge(profile: ProfileArrays, g: PathGeometry): number {
  const { distanceKm, terrainM, count } = profile;
  const last = count - 1;
  const { d, hts } = g;
  const rise = (g.hrs - hts) / d;
  const bulge = 500 / g.ae;
  const bulgeBeta = 500 / BETA_RADIUS_KM;
  let index = 1;
  let best = Number.NEGATIVE_INFINITY;
  let bestBeta = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < last; i++) {
    const di = distanceKm[i]!;
    const product = di * (d - di);
    const scale = 1 / Math.sqrt(product);
    const above = terrainM[i]! - hts - rise * di;
    const nu = (above + bulge * product) * scale;
    const nuBeta = (above + bulgeBeta * product) * scale;
    if (nu > best) {
      best = nu;
      index = i;
    }
    if (nuBeta > bestBeta) bestBeta = nuBeta;
  }
  if (profile.surfaceM === terrainM) {
    const factor = Math.sqrt(0.002 * d);
    g.clearEdge50 = best * factor;
    g.clearEdgeBeta = bestBeta * factor;
  }
  return index;
}

/**
 * Decides line of sight or trans-horizon and finds angles and horizon distances from what the scan left.
 * P.1812-8 §5.2–5.4 (eqs. 76–82), P.452-18 Appendix 2 §4–5.
 *
 * Terrain slopes (not surface slopes) must stand in the `slope…50` fields when this is called.
 */
export function locateHorizons(profile: ProfileArrays, g: PathGeometry): void {
  const { d, hts, hrs, ae } = g;
  const droop = 500 / ae;
  const direct = Math.atan((hrs - hts) / (1000 * d) - d / (2 * ae));
  const steepest = Math.atan((g.slopeTx50 - droop * d) / 1000);
  g.isLineOfSight = steepest <= direct;
  g.clearEdge50 = Number.NaN;
  g.clearEdgeBeta = Number.NaN;
  if (g.isLineOfSight) {
    const edge = principalEdge(profile, g);
    g.horizonTx = edge;
    g.horizonRx = edge;
    g.thetaT = 1000 * direct;
    g.thetaR = 1000 * Math.atan((hts - hrs) / (1000 * d) - d / (2 * ae));
  } else {
    g.thetaT = 1000 * steepest;
    g.thetaR = 1000 * Math.atan((g.slopeRx50 - droop * d) / 1000);
  }
  g.dlt = profile.distanceKm[g.horizonTx]!;
  g.dlr = d - profile.distanceKm[g.horizonRx]!;
  g.theta = (1000 * d) / ae + g.thetaT + g.thetaR;
}
