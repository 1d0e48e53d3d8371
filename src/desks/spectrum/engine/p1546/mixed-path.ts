/**
 * Joins the land and the sea field of a path that crosses both: P.1546-6 Annex 5 §8 eqs. (17)–(24).
 *
 * @param land, sea fields for the whole length over each surface, dB(µV/m)
 * @param seaFraction part of the path over sea
 */
export function mixedPathFieldDbuV(land: number, sea: number, seaFraction: number): number {
  if (seaFraction === 0) return land;
  if (seaFraction === 1) return sea;
  const exponent = Math.max(1, 1 + (sea - land) / 40);
  const share = (1 - (1 - seaFraction) ** (2 / 3)) ** exponent;
  return (1 - share) * land + share * sea;
}
