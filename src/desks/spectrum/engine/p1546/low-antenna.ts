import { knifeEdgeLossDb } from '../p526/knife-edge.ts';
import { clearPathKm } from './fresnel-clearance.ts';
import { fieldFromTable, logInterpolate } from './tabulated-field.ts';

export type NominalMHz = 100 | 600 | 2000;

/** Kν of P.1546-6 Annex 5 eq. (12c) for the nominal frequencies. */
const K_NU: Readonly<Record<NominalMHz, number>> = { 100: 1.35, 600: 3.31, 2000: 6 };

/** Ch1 for an effective clearance angle: §4.3 eqs. (12a), (12b), dB. */
function clearanceDb(nominal: NominalMHz, angleDeg: number): number {
  return 6.03 - knifeEdgeLossDb(K_NU[nominal] * angleDeg);
}

/** θeff2 of a negative height: §4.3 b), degrees. */
function negativeHeightAngleDeg(heightM: number): number {
  return (Math.atan(-heightM / 9000) * 180) / Math.PI;
}

/**
 * Land field for an effective height below 10 m, negative included: P.1546-6 Annex 5 §4.2 eqs. (9)–(11), §4.3.
 * Negative heights take θeff2 (§4.3 b), as the examples of Working Party 3K do.
 */
export function lowLandFieldDbuV(
  table: Float64Array,
  nominal: NominalMHz,
  heightM: number,
  distanceKm: number,
  maximumDbuV: number,
): number {
  const at10 = fieldFromTable(table, 10, distanceKm, maximumDbuV);
  const at20 = fieldFromTable(table, 20, distanceKm, maximumDbuV);
  const atMinus10 = clearanceDb(nominal, negativeHeightAngleDeg(-10));
  const atZero = at10 + 0.5 * (at10 - at20 + atMinus10);
  if (heightM >= 0) return atZero + 0.1 * heightM * (at10 - atZero);
  return atZero + clearanceDb(nominal, negativeHeightAngleDeg(heightM));
}

/**
 * Sea field for an effective height from 1 m to below 10 m: P.1546-6 Annex 5 §4.2 eq. (12).
 *
 * @param maximumAt Emax over sea against distance
 */
export function lowSeaFieldDbuV(
  table: Float64Array,
  nominal: NominalMHz,
  heightM: number,
  distanceKm: number,
  maximumAt: (distanceKm: number) => number,
): number {
  const height = Math.max(heightM, 1);
  const clear = clearPathKm(nominal, height, 10);
  if (distanceKm <= clear) return maximumAt(distanceKm);
  const clear20 = clearPathKm(nominal, 20, 10);
  const extrapolated = (d: number) =>
    logInterpolate(
      height,
      10,
      fieldFromTable(table, 10, d, maximumAt(d)),
      20,
      fieldFromTable(table, 20, d, maximumAt(d)),
    );
  if (distanceKm < clear20) {
    return logInterpolate(distanceKm, clear, maximumAt(clear), clear20, extrapolated(clear20));
  }
  const land = lowLandFieldDbuV(table, nominal, height, distanceKm, maximumAt(distanceKm));
  const share = (distanceKm - clear20) / distanceKm;
  return extrapolated(distanceKm) * (1 - share) + land * share;
}
