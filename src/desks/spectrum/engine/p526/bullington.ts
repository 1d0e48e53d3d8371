import type { ProfileArrays } from '../path/geometry.ts';
import { knifeEdgeLossDb } from './knife-edge.ts';

/** P.1812-8 eq. (21): the empirical correction that turns Bullington's edge into Bullington's loss. */
export function bullingtonCorrectionDb(edgeLossDb: number, distanceKm: number): number {
  return edgeLossDb + (1 - Math.exp(-edgeLossDb / 6)) * (10 + 0.02 * distanceKm);
}

/**
 * Bullington's construction for a path that the slopes show to be obstructed: P.1812-8 eqs. (17)–(19).
 *
 * @param slopeTx, slopeRx steepest slopes from both ends, m/km
 * @param hts, hrs heights of the antennas over the common datum, m
 */
export function obstructedEdgeLossDb(
  slopeTx: number,
  slopeRx: number,
  hts: number,
  hrs: number,
  d: number,
  wavelengthM: number,
): number {
  const db = (hrs - hts + slopeRx * d) / (slopeTx + slopeRx);
  const rest = d - db;
  const clearance = hts + slopeTx * db - (hts * rest + hrs * db) / d;
  return knifeEdgeLossDb(clearance * Math.sqrt((0.002 * d) / (wavelengthM * db * rest)));
}

/**
 * Greatest ν·√λ of the profile points on a clear path over an Earth of `radiusKm`: P.1812-8 eq. (15) without the
 * wavelength.
 */
export function clearEdge(
  profile: ProfileArrays,
  radiusKm: number,
  hts: number,
  hrs: number,
  d: number,
): number {
  const { distanceKm, surfaceM, count } = profile;
  const last = count - 1;
  const bulge = 500 / radiusKm;
  const rise = (hrs - hts) / d;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < last; i++) {
    const di = distanceKm[i]!;
    const product = di * (d - di);
    const nu = (surfaceM[i]! + bulge * product - hts - rise * di) / Math.sqrt(product);
    if (nu > best) best = nu;
  }
  return best * Math.sqrt(0.002 * d);
}
