import { CURVE_DISTANCES_KM, CURVE_HEIGHTS_M } from './curve-tables.ts';

/** Between two tabulated values on a logarithmic axis: P.1546-6 Annex 5 eqs. (8), (13), (14). */
export function logInterpolate(x: number, x0: number, y0: number, x1: number, y1: number): number {
  return x0 === x1 ? y0 : y0 + ((y1 - y0) * Math.log10(x / x0)) / Math.log10(x1 / x0);
}

/** Index i such that values[i] ≤ x < values[i + 1], kept within the table so that ends extrapolate. */
function below(values: Float64Array, x: number): number {
  let i = 0;
  while (i < values.length - 2 && values[i + 1]! <= x) i++;
  return i;
}

/** A table read at a distance and one of its heights: §5. */
function atDistance(table: Float64Array, heightIndex: number, distanceKm: number): number {
  const i = below(CURVE_DISTANCES_KM, distanceKm);
  return logInterpolate(
    distanceKm,
    CURVE_DISTANCES_KM[i]!,
    table[i * 8 + heightIndex]!,
    CURVE_DISTANCES_KM[i + 1]!,
    table[(i + 1) * 8 + heightIndex]!,
  );
}

/**
 * A curve read at any distance and any height from 10 m, above 1200 m by extrapolation: §4.1 eq. (8), never above
 * the maximum.
 */
export function fieldFromTable(
  table: Float64Array,
  heightM: number,
  distanceKm: number,
  maximumDbuV: number,
): number {
  const i = below(CURVE_HEIGHTS_M, heightM);
  const low = atDistance(table, i, distanceKm);
  const high = atDistance(table, i + 1, distanceKm);
  return Math.min(
    logInterpolate(heightM, CURVE_HEIGHTS_M[i]!, low, CURVE_HEIGHTS_M[i + 1]!, high),
    maximumDbuV,
  );
}
