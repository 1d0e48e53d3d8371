/** θs of P.1546-6 Annex 5 §13 eq. (35), degrees, never negative. */
export function scatterAngleDeg(distanceKm: number, txAngleDeg: number, rxAngleDeg: number): number {
  return Math.max((180 * distanceKm) / ((Math.PI * 4 * 6370) / 3) + txAngleDeg + rxAngleDeg, 0);
}

/** Field of 1 kW e.r.p. that scatter alone gives: P.1546-6 Annex 5 §13 eq. (36), dB(µV/m). */
export function scatterFieldDbuV(
  frequencyMHz: number,
  distanceKm: number,
  angleDeg: number,
  timePercent: number,
): number {
  const logF = Math.log10(frequencyMHz);
  const frequencyLoss = 5 * logF - 2.5 * (logF - 3.3) ** 2;
  const timeGain = 10.1 * (-Math.log10(0.02 * timePercent)) ** 0.7;
  return 24.4 - 20 * Math.log10(distanceKm) - 10 * angleDeg - frequencyLoss + 0.15 * 325 + timeGain;
}
