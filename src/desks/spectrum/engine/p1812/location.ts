import { inverseComplementaryNormal } from '../math/inverse-normal.ts';

/**
 * Terrain and buildings within a square of `widthM` spread the field about its median.
 *
 * @returns σL in dB outdoors: P.1812-8 §4.8 eq. (66)
 */
export function locationDeviationDb(frequencyGHz: number, widthM = 500): number {
  return (0.52 + 0.024 * frequencyGHz) * widthM ** 0.28;
}

/**
 * The loss that is not exceeded at `locationPercent` of places: P.1812-8 §4.9 eq. (69).
 *
 * @param lb0p the floor: line-of-sight loss for the same percentage of time, dB
 * @param lbc median over locations, dB
 * @param deviationDb σL, dB; 0 keeps the median
 */
export function lossForLocationsDb(
  lb0p: number,
  lbc: number,
  locationPercent: number,
  deviationDb: number,
): number {
  const shift = deviationDb === 0 ? 0 : inverseComplementaryNormal(locationPercent / 100) * deviationDb;
  return Math.max(lb0p, lbc - shift);
}
