/** τ of P.1812-8 eq. (3a), P.452-18 eq. (3a), from the longest inland section. */
export function inlandFactor(longestInlandKm: number): number {
  return 1 - Math.exp(-4.12e-4 * longestInlandKm ** 2.41);
}

/**
 * How often anomalous layers are to be expected at the middle of the path.
 *
 * @param latitudeDeg φ, latitude of the path centre, degrees
 * @param longestLandKm dtm, km
 * @param longestInlandKm dlm, km
 * @returns β0 in percent: P.1812-8 eqs. (2)–(5), P.452-18 eqs. (2)–(5)
 */
export function anomalousTimePercent(
  latitudeDeg: number,
  longestLandKm: number,
  longestInlandKm: number,
): number {
  const tau = inlandFactor(longestInlandKm);
  const base = 10 ** (-longestLandKm / (16 - 6.6 * tau)) + 10 ** (-5 * (0.496 + 0.354 * tau));
  const mu1 = Math.min(base ** 0.2, 1);
  const absolute = Math.abs(latitudeDeg);
  if (absolute <= 70) {
    const mu4 = mu1 ** (-0.935 + 0.0176 * absolute);
    return 10 ** (-0.015 * absolute + 1.67) * mu1 * mu4;
  }
  return 4.17 * mu1 * mu1 ** 0.3;
}
