/** Free-space field of 1 kW e.r.p.: P.1546-6 Annex 5 eq. (2), dB(µV/m). */
export function freeSpaceFieldDbuV(distanceKm: number): number {
  return 106.9 - 20 * Math.log10(distanceKm);
}

/**
 * No field may exceed this: free space over land, somewhat more over sea for small percentages of time.
 *
 * @param seaFraction part of the path over sea
 * @returns Emax of P.1546-6 Annex 5 §2, eqs. (1)–(3), dB(µV/m)
 */
export function maximumFieldDbuV(distanceKm: number, seaFraction: number, timePercent: number): number {
  const enhancement = 2.38 * (1 - Math.exp(-distanceKm / 8.94)) * Math.log10(50 / timePercent);
  return freeSpaceFieldDbuV(distanceKm) + enhancement * seaFraction;
}
