/** Basic transmission loss equivalent to a field of 1 kW e.r.p.: P.1546-6 Annex 5 §17 eq. (40), dB. */
export function lossFromFieldDb(frequencyMHz: number, fieldDbuV: number): number {
  return 139.3 - fieldDbuV + 20 * Math.log10(frequencyMHz);
}
