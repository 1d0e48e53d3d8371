import { specificAttenuation } from './specific-attenuation.ts';

/** Mean annual global reference atmosphere to 32 km: Rec. ITU-R P.835-7 §1; temperature K, dry pressure hPa. */
export function referenceAtmosphere(heightKm: number): { temperatureK: number; pressureHPa: number } {
  const h = (6356.766 * heightKm) / (6356.766 + heightKm);
  if (h <= 11) {
    const temperatureK = 288.15 - 6.5 * h;
    return { temperatureK, pressureHPa: 1013.25 * (288.15 / temperatureK) ** (-34.1632 / 6.5) };
  }
  if (h <= 20)
    return { temperatureK: 216.65, pressureHPa: 226.3226 * Math.exp((-34.1632 * (h - 11)) / 216.65) };
  const temperatureK = 216.65 + (h - 20);
  return { temperatureK, pressureHPa: 54.7498 * (216.65 / temperatureK) ** 34.1632 };
}

/**
 * Gaseous attenuation of an Earth–space path in the reference atmosphere, by layers of the line-by-line model and
 * the cosecant of the elevation (5° to 90°; refraction is left out, which costs less than 1 % above 10°).
 *
 * @param stationKm height of the station, km
 * @param surfaceVapour water vapour density at sea level, g/m³; 7.5 in the reference, halving every 1.39 km
 * @returns dB: Rec. ITU-R P.676-13 Annex 1 §2.2 with the path straight
 */
export function slantGasAttenuationDb(
  frequencyGHz: number,
  elevationDeg: number,
  stationKm = 0,
  surfaceVapour = 7.5,
): number {
  let zenith = 0;
  let from = stationKm;
  for (let thickness = 0.05; from < 32; thickness *= 1.04) {
    const to = Math.min(from + thickness, 32);
    const middle = (from + to) / 2;
    const { temperatureK, pressureHPa } = referenceAtmosphere(middle);
    const vapour = surfaceVapour * Math.exp(-middle / 2);
    const partial = (vapour * temperatureK) / 216.7;
    const { oxygen, waterVapour } = specificAttenuation(
      frequencyGHz,
      pressureHPa - partial,
      temperatureK,
      vapour,
    );
    zenith += (oxygen + waterVapour) * (to - from);
    from = to;
  }
  return zenith / Math.sin((elevationDeg * Math.PI) / 180);
}
