/**
 * Multipath and focusing make weak paths strong for small percentages of time.
 *
 * @returns Esp in dB: P.1812-8 eqs. (9a, 9b), P.452-18 eqs. (9, 10)
 */
export function focusingDb(dlt: number, dlr: number, timePercent: number): number {
  return 2.6 * (1 - Math.exp(-0.1 * (dlt + dlr))) * Math.log10(timePercent / 50);
}
