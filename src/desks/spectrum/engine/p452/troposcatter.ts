/**
 * Troposcatter with the coupling loss that high-gain antennas suffer.
 *
 * @param gasDb gaseous absorption Ag for ρ = 3 g/m³, dB
 * @returns Lbs in dB: P.452-18 §4.3 eqs. (45)–(45b)
 */
export function troposcatterLossDb(
  frequencyGHz: number,
  distanceKm: number,
  thetaMrad: number,
  surfaceN: number,
  timePercent: number,
  txGainDbi: number,
  rxGainDbi: number,
  gasDb: number,
): number {
  const half = Math.log10(frequencyGHz / 2);
  const frequencyTerm = 25 * Math.log10(frequencyGHz) - 2.5 * half * half;
  const coupling = 0.051 * Math.exp(0.055 * (txGainDbi + rxGainDbi));
  return (
    190 +
    frequencyTerm +
    20 * Math.log10(distanceKm) +
    0.573 * thetaMrad -
    0.15 * surfaceN +
    coupling +
    gasDb -
    10.1 * Math.log10(50 / timePercent) ** 0.7
  );
}
