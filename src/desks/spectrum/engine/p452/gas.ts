import { specificAttenuation } from '../p676/specific-attenuation.ts';

/** Specific gaseous attenuations that P.452 asks for, dB/km. */
export interface GasRates {
  /** γo + γw(ρ) with ρ = 7.5 + 2.5 ω (line of sight, ducting): eqs. (8a), (8b) */
  readonly path: number;
  /** γo + γw(3 g/m³) (troposcatter): §4.3 */
  readonly scatter: number;
}

/**
 * Sums the spectral lines once per link, not once per path; P.452-18 eq. (8a), with Rec. ITU-R P.676.
 *
 * @param pressureHPa dry air pressure
 * @param temperatureC temperature, °C
 * @param seaFraction ω, which sets the water vapour density over the path
 */
export function gasRates(
  frequencyGHz: number,
  pressureHPa: number,
  temperatureC: number,
  seaFraction: number,
): GasRates {
  const kelvin = temperatureC + 273.15;
  const path = specificAttenuation(frequencyGHz, pressureHPa, kelvin, 7.5 + 2.5 * seaFraction);
  const scatter = specificAttenuation(frequencyGHz, pressureHPa, kelvin, 3);
  return {
    path: path.oxygen + path.waterVapour,
    scatter: scatter.oxygen + scatter.waterVapour,
  };
}
