import { OXYGEN_LINES } from './oxygen-lines.ts';
import { WATER_VAPOUR_LINES } from './water-vapour-lines.ts';

/** Rec. ITU-R P.676-13 eq. (5): shape of a line at `frequencyGHz`. */
function lineShape(frequencyGHz: number, lineGHz: number, widthGHz: number, interference: number): number {
  const below = lineGHz - frequencyGHz;
  const above = lineGHz + frequencyGHz;
  return (
    (frequencyGHz / lineGHz) *
    ((widthGHz - interference * below) / (below * below + widthGHz * widthGHz) +
      (widthGHz - interference * above) / (above * above + widthGHz * widthGHz))
  );
}

/** Imaginary refractivity of oxygen and of the dry continuum: P.676-13 eqs. (2), (3), (6)–(9). */
function dryRefractivity(f: number, pressureHPa: number, vapourHPa: number, theta: number): number {
  let sum = 0;
  const lines = OXYGEN_LINES;
  for (let i = 0; i < lines.length; i += 7) {
    const strength = lines[i + 1]! * 1e-7 * pressureHPa * theta ** 3 * Math.exp(lines[i + 2]! * (1 - theta));
    const broad =
      lines[i + 3]! * 1e-4 * (pressureHPa * theta ** (0.8 - lines[i + 4]!) + 1.1 * vapourHPa * theta);
    const width = Math.sqrt(broad * broad + 2.25e-6);
    const interference =
      (lines[i + 5]! + lines[i + 6]! * theta) * 1e-4 * (pressureHPa + vapourHPa) * theta ** 0.8;
    sum += strength * lineShape(f, lines[i]!, width, interference);
  }
  const debye = 5.6e-4 * (pressureHPa + vapourHPa) * theta ** 0.8;
  const continuum =
    f *
    pressureHPa *
    theta *
    theta *
    (6.14e-5 / (debye * (1 + (f / debye) ** 2)) +
      (1.4e-12 * pressureHPa * theta ** 1.5) / (1 + 1.9e-5 * f ** 1.5));
  return sum + continuum;
}

/** Imaginary refractivity of water vapour: P.676-13 eqs. (2), (3), (6). */
function vapourRefractivity(f: number, pressureHPa: number, vapourHPa: number, theta: number): number {
  let sum = 0;
  const lines = WATER_VAPOUR_LINES;
  for (let i = 0; i < lines.length; i += 7) {
    const line = lines[i]!;
    const strength = lines[i + 1]! * 0.1 * vapourHPa * theta ** 3.5 * Math.exp(lines[i + 2]! * (1 - theta));
    const broad =
      lines[i + 3]! *
      1e-4 *
      (pressureHPa * theta ** lines[i + 4]! + lines[i + 5]! * vapourHPa * theta ** lines[i + 6]!);
    const width = 0.535 * broad + Math.sqrt(0.217 * broad * broad + (2.1316e-12 * line * line) / theta);
    sum += strength * lineShape(f, line, width, 0);
  }
  return sum;
}

/** Specific attenuation of oxygen and of water vapour, dB/km. */
export interface SpecificAttenuation {
  readonly oxygen: number;
  readonly waterVapour: number;
}

/**
 * What the gases of the air absorb per kilometre, summed line by line.
 *
 * @param frequencyGHz 1 to 1000 GHz (computed below 1 GHz too, where the result is negligible)
 * @param dryPressureHPa pressure of dry air
 * @param temperatureK temperature
 * @param vapourDensity water vapour density ρ, g/m³
 * @returns γo and γw in dB/km: Rec. ITU-R P.676-13 Annex 1 eq. (1)
 */
export function specificAttenuation(
  frequencyGHz: number,
  dryPressureHPa: number,
  temperatureK: number,
  vapourDensity: number,
): SpecificAttenuation {
  const theta = 300 / temperatureK;
  const vapourHPa = (vapourDensity * temperatureK) / 216.7;
  return {
    oxygen: 0.182 * frequencyGHz * dryRefractivity(frequencyGHz, dryPressureHPa, vapourHPa, theta),
    waterVapour: 0.182 * frequencyGHz * vapourRefractivity(frequencyGHz, dryPressureHPa, vapourHPa, theta),
  };
}
