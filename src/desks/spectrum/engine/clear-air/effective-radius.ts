/** Mean Earth radius of the P-series, km. */
export const EARTH_RADIUS_KM = 6371;

/** k-factor exceeded for β0 % of the time: P.1812-8 eq. (7b), P.452-18 eq. (6b). */
export const BETA_RADIUS_KM = EARTH_RADIUS_KM * 3;

/**
 * Refraction bends rays as if the Earth were larger.
 *
 * @param deltaN average lapse rate ΔN over the lowest kilometre, N-units/km, positive, below 157
 * @returns median effective Earth radius a_e in km: P.1812-8 eq. (7a), P.452-18 eq. (6a)
 */
export function medianEarthRadiusKm(deltaN: number): number {
  return (EARTH_RADIUS_KM * 157) / (157 - deltaN);
}
