import type { PathGeometry, ProfileArrays } from './geometry.ts';

/** Index of the point with the greatest ν over bare terrain: the horizon of a line-of-sight path (P.1812-8 §5.3). */
export function principalEdge(profile: ProfileArrays, g: PathGeometry): number {
  const { distanceKm, terrainM, count } = profile;
  const last = count - 1;
  const { d, hts, hrs } = g;
  const bulge = 500 / g.ae;
  let index = 1;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < last; i++) {
    const di = distanceKm[i]!;
    const rest = d - di;
    const product = di * rest;
    const nu = (terrainM[i]! + bulge * product - (hts * rest + hrs * di) / d) / Math.sqrt(product);
    if (nu > best) {
      best = nu;
      index = i;
    }
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
