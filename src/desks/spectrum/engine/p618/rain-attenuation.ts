import { rainAttenuationDbPerKm, rainCoefficients } from '../p838/rain-coefficients.ts';

/** An Earth–space path in rain. The maps of P.837 and P.839 are not bundled: rate and height are given. */
export interface SlantRain {
  readonly frequencyGHz: number;
  readonly elevationDeg: number;
  readonly tiltDeg: number;
  readonly latitudeDeg: number;
  /** height of the station above mean sea level, km */
  readonly stationKm: number;
  /** rain height (P.839), km */
  readonly rainHeightKm: number;
  /** rain rate exceeded for 0.01 % of an average year (P.837), mm/h */
  readonly rainRate001: number;
}

/** Every step of the method. */
export interface SlantRainResult {
  readonly slantKm: number;
  readonly specificDbPerKm: number;
  readonly horizontalFactor: number;
  readonly verticalFactor: number;
  readonly effectiveKm: number;
  /** attenuation exceeded for 0.01 % of an average year, dB */
  readonly attenuation001Db: number;
  /** attenuation exceeded for p % of an average year, dB */
  readonly attenuationDb: number;
}

const RAD = Math.PI / 180;

/**
 * Rain attenuation exceeded for p % of an average year, 0.001 ≤ p ≤ 5.
 *
 * @returns steps 2 to 10 of Rec. ITU-R P.618-14 §2.2.1.1
 */
export function rainAttenuation(path: SlantRain, timePercent: number): SlantRainResult {
  const { frequencyGHz: f, elevationDeg, latitudeDeg } = path;
  const sine = Math.sin(elevationDeg * RAD);
  const depth = path.rainHeightKm - path.stationKm;
  const coefficients = rainCoefficients(f, elevationDeg, path.tiltDeg);
  const gamma = rainAttenuationDbPerKm(coefficients, path.rainRate001);
  if (depth <= 0 || path.rainRate001 === 0) {
    return {
      slantKm: 0,
      specificDbPerKm: gamma,
      horizontalFactor: 1,
      verticalFactor: 1,
      effectiveKm: 0,
      attenuation001Db: 0,
      attenuationDb: 0,
    };
  }
  const slant =
    elevationDeg >= 5 ? depth / sine : (2 * depth) / (Math.sqrt(sine * sine + (2 * depth) / 8500) + sine);
  const ground = slant * Math.cos(elevationDeg * RAD);
  const horizontal = 1 / (1 + 0.78 * Math.sqrt((ground * gamma) / f) - 0.38 * (1 - Math.exp(-2 * ground)));
  const zeta = Math.atan2(depth, ground * horizontal) / RAD;
  const inRain = zeta > elevationDeg ? (ground * horizontal) / Math.cos(elevationDeg * RAD) : depth / sine;
  const chi = Math.max(36 - Math.abs(latitudeDeg), 0);
  const vertical =
    1 /
    (1 +
      Math.sqrt(sine) *
        ((31 * (1 - Math.exp(-elevationDeg / (1 + chi))) * Math.sqrt(inRain * gamma)) / (f * f) - 0.45));
  const effective = inRain * vertical;
  const a001 = gamma * effective;
  const beta = seasonExponent(timePercent, latitudeDeg, elevationDeg, sine);
  const exponent =
    0.655 + 0.033 * Math.log(timePercent) - 0.045 * Math.log(a001) - beta * (1 - timePercent) * sine;
  return {
    slantKm: slant,
    specificDbPerKm: gamma,
    horizontalFactor: horizontal,
    verticalFactor: vertical,
    effectiveKm: effective,
    attenuation001Db: a001,
    attenuationDb: a001 * (timePercent / 0.01) ** -exponent,
  };
}

/** β of step 10. */
function seasonExponent(
  timePercent: number,
  latitudeDeg: number,
  elevationDeg: number,
  sine: number,
): number {
  const latitude = Math.abs(latitudeDeg);
  if (timePercent >= 1 || latitude >= 36) return 0;
  const base = -0.005 * (latitude - 36);
  return elevationDeg >= 25 ? base : base + 1.8 - 4.25 * sine;
}
