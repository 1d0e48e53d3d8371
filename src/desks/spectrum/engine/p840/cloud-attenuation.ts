/**
 * How strongly liquid cloud water absorbs.
 *
 * @param frequencyGHz up to 200 GHz
 * @param temperatureK temperature of the water
 * @returns K_l in (dB/km)/(g/m³): Rec. ITU-R P.840-8 eqs. (2)–(11)
 */
export function cloudAbsorption(frequencyGHz: number, temperatureK: number): number {
  const f = frequencyGHz;
  const t = 300 / temperatureK - 1;
  const e0 = 77.66 + 103.3 * t;
  const e1 = 0.0671 * e0;
  const e2 = 3.52;
  const fp = 20.2 - 146 * t + 316 * t * t;
  const fs = 39.8 * fp;
  const p = 1 + (f / fp) ** 2;
  const s = 1 + (f / fs) ** 2;
  const imaginary = (f * (e0 - e1)) / (fp * p) + (f * (e1 - e2)) / (fs * s);
  const real = (e0 - e1) / p + (e1 - e2) / s + e2;
  const eta = (2 + real) / imaginary;
  return (0.819 * f) / (imaginary * (1 + eta * eta));
}

/**
 * Attenuation of clouds on a slant path: P.840-8 eq. (12).
 *
 * @param liquidWaterKgPerM2 columnar content L, reduced to 273.15 K
 * @param elevationDeg from 5° to 90°
 */
export function cloudAttenuationDb(
  frequencyGHz: number,
  liquidWaterKgPerM2: number,
  elevationDeg: number,
): number {
  return (
    (liquidWaterKgPerM2 * cloudAbsorption(frequencyGHz, 273.15)) / Math.sin((elevationDeg * Math.PI) / 180)
  );
}
