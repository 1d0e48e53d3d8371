import { inverseComplementaryNormal } from '../math/inverse-normal.ts';

/** Fi, the place of p between β0 and the median: P.1812-8 eq. (40), P.452-18 eq. (41). */
export function betaInterpolation(timePercent: number, beta0Percent: number): number {
  if (timePercent >= 50) return 0;
  if (timePercent <= beta0Percent) return 1;
  return inverseComplementaryNormal(timePercent / 100) / inverseComplementaryNormal(beta0Percent / 100);
}

/**
 * The angular blend Fj between mechanisms.
 *
 * @param excess how far the path is beyond grazing: θ − 0.3 mrad in P.1812-8 eq. (57), the slope difference
 *   Stim − Str in m/km over bare terrain in P.452-18 eq. (58)
 */
export function angularBlend(excess: number): number {
  return 1 - 0.5 * (1 + Math.tanh((3 * 0.8 * excess) / 0.3));
}

/** The distance blend Fk: P.1812-8 eq. (58), P.452-18 eq. (58). */
export function distanceBlend(distanceKm: number): number {
  return 1 - 0.5 * (1 + Math.tanh((3 * 0.5 * (distanceKm - 20)) / 20));
}

/** Losses on their way through the blend; each under its symbol, dB. */
export class ClearAirBlend {
  Fi = Number.NaN;
  Fj = Number.NaN;
  Fk = Number.NaN;
  Ldp = Number.NaN;
  Lbd50 = Number.NaN;
  Lbd = Number.NaN;
  Lminb0p = Number.NaN;
  Lminbap = Number.NaN;
  Lbda = Number.NaN;
  Lbam = Number.NaN;
  Lbc = Number.NaN;
}

/**
 * Joins line of sight, diffraction, ducting and troposcatter into one loss: P.1812-8 §4.6 eqs. (59)–(63), P.452-18
 * §4.6. `Fi`, `Ldp`, `Lbd50` and `Lbd` must be set.
 *
 * @param freeLossDb basic transmission loss of free space (with absorption in P.452), for the median
 * @param lb0p, lb0beta the same with focusing for p and β0
 * @param angularExcess see `angularBlend`
 */
export function combineMechanisms(
  b: ClearAirBlend,
  timePercent: number,
  beta0Percent: number,
  lb0p: number,
  lb0beta: number,
  lba: number,
  lbs: number,
  seaFraction: number,
  angularExcess: number,
  distanceKm: number,
): number {
  b.Fj = angularBlend(angularExcess);
  b.Fk = distanceBlend(distanceKm);
  const land = (1 - seaFraction) * b.Ldp;
  b.Lminb0p = timePercent < beta0Percent ? lb0p + land : b.Lbd50 + (lb0beta + land - b.Lbd50) * b.Fi;
  // η ln(e^(a/η) + e^(b/η)), written so that it cannot overflow (eq. 60)
  const high = Math.max(lba, lb0p);
  b.Lminbap = high + 2.5 * Math.log1p(Math.exp(-Math.abs(lba - lb0p) / 2.5));
  b.Lbda = b.Lminbap > b.Lbd ? b.Lbd : b.Lminbap + (b.Lbd - b.Lminbap) * b.Fk;
  b.Lbam = b.Lbda + (b.Lminb0p - b.Lbda) * b.Fj;
  // −5 log(10^(−0.2 Lbs) + 10^(−0.2 Lbam)), written about the smaller loss (eq. 63)
  const low = Math.min(lbs, b.Lbam);
  b.Lbc = low - 5 * Math.log10(1 + 10 ** (-0.2 * Math.abs(lbs - b.Lbam)));
  return b.Lbc;
}
