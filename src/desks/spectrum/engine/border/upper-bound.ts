/**
 * The strongest field that P.1812 can possibly give at a distance, whatever the terrain: Lb is never less than Lb0p
 * (eq. 69), and Lb0p is least when both horizons are as far as the other end (eqs. 8–10: dlt + dlr ≤ d on a
 * trans-horizon path, = d in line of sight).
 *
 * @param erpDbW e.r.p. in the best direction, dBW
 * @returns dB(µV/m), an upper bound of the field for every profile of this length
 */
export function fieldBoundDbuV(
  erpDbW: number,
  frequencyMHz: number,
  distanceKm: number,
  timePercent: number,
): number {
  const frequencyGHz = frequencyMHz / 1000;
  const free = 92.4 + 20 * Math.log10(frequencyGHz * distanceKm);
  const focusing = 2.6 * (1 - Math.exp(-0.1 * distanceKm)) * Math.log10(timePercent / 50);
  return erpDbW - 30 + 199.36 + 20 * Math.log10(frequencyGHz) - (free + Math.min(0, focusing));
}
