/**
 * Scatter from the turbulent troposphere, which remains when everything else has faded.
 *
 * @param thetaMrad path angular distance θ, mrad
 * @param surfaceN N0, sea-level surface refractivity, N-units
 * @returns Lbs in dB: P.1812-8 §4.4 eqs. (44), (45)
 */
export function troposcatterLossDb(
  frequencyGHz: number,
  distanceKm: number,
  thetaMrad: number,
  surfaceN: number,
  timePercent: number,
): number {
  const half = Math.log10(frequencyGHz / 2);
  const frequencyTerm = 25 * Math.log10(frequencyGHz) - 2.5 * half * half;
  return (
    190.1 +
    frequencyTerm +
    20 * Math.log10(distanceKm) +
    0.573 * thetaMrad -
    0.15 * surfaceN -
    10.125 * Math.log10(50 / timePercent) ** 0.7
  );
}
