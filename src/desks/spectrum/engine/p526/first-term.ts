/** Electrical constants of the ground under a spherical-Earth path. */
export interface Ground {
  readonly relativePermittivity: number;
  readonly conductivitySPerM: number;
}

/** Typical ground constants of P.1812-8 §4.3.3 and P.452-18 §4.2.2.1. */
export const LAND: Ground = { relativePermittivity: 22, conductivitySPerM: 0.003 };
export const SEA: Ground = { relativePermittivity: 80, conductivitySPerM: 5 };

/** P.526-15 eq. (18): height gain G(Y), never below 2 + 20 log K. */
function heightGainDb(b: number, k: number): number {
  const gain =
    b > 2 ? 17.6 * Math.sqrt(b - 1.1) - 5 * Math.log10(b - 1.1) - 8 : 20 * Math.log10(b + 0.1 * b * b * b);
  return Math.max(gain, 2 + 20 * Math.log10(k));
}

/**
 * First term of the residue series, by which a smooth round Earth attenuates beyond the horizon.
 *
 * @param frequencyGHz frequency, GHz
 * @param distanceKm great-circle length, km
 * @param radiusKm effective Earth radius, km
 * @param txHeightM, rxHeightM antenna heights over the smooth surface, m
 * @param isVertical polarisation
 * @returns Ldft in dB (may be negative): Rec. ITU-R P.526-15 §3.1.1, P.1812-8 eqs. (29)–(36).
 */
export function firstTermLossDb(
  frequencyGHz: number,
  distanceKm: number,
  radiusKm: number,
  txHeightM: number,
  rxHeightM: number,
  isVertical: boolean,
  ground: Ground,
): number {
  const loss = (18 * ground.conductivitySPerM) / frequencyGHz;
  const e = ground.relativePermittivity;
  let k = 0.036 * (radiusKm * frequencyGHz) ** (-1 / 3) * ((e - 1) * (e - 1) + loss * loss) ** -0.25;
  if (isVertical) k *= Math.sqrt(e * e + loss * loss);
  const k2 = k * k;
  const k4 = k2 * k2;
  const beta = (1 + 1.6 * k2 + 0.67 * k4) / (1 + 4.5 * k2 + 1.53 * k4);
  const x = 21.88 * beta * (frequencyGHz / (radiusKm * radiusKm)) ** (1 / 3) * distanceKm;
  const y = 0.9575 * beta * ((frequencyGHz * frequencyGHz) / radiusKm) ** (1 / 3);
  const distanceTerm =
    x >= 1.6 ? 11 + 10 * Math.log10(x) - 17.6 * x : -20 * Math.log10(x) - 5.6488 * x ** 1.425;
  return -distanceTerm - heightGainDb(beta * y * txHeightM, k) - heightGainDb(beta * y * rxHeightM, k);
}
