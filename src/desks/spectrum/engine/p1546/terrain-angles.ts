import type { ProfileArrays } from '../path/geometry.ts';

const DEGREES = 180 / Math.PI;

/** θeff1: elevation of the line that clears all terrain within 15 km of the transmitter: Annex 5 §4.3 a), degrees. */
export function transmitterClearanceDeg(profile: ProfileArrays, ha: number): number {
  const { distanceKm, terrainM, count } = profile;
  const from = terrainM[0]! + ha;
  let steepest = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < count && distanceKm[i]! <= 15; i++) {
    steepest = Math.max(steepest, (terrainM[i]! - from) / (1000 * distanceKm[i]!));
  }
  return Math.atan(steepest) * DEGREES;
}

/** θtca: elevation of the line that clears all terrain within 16 km of the receiver: Annex 5 §11 eq. (31), degrees. */
export function receiverClearanceDeg(profile: ProfileArrays, h2: number): number {
  const { distanceKm, terrainM, count } = profile;
  const last = count - 1;
  const end = distanceKm[last]!;
  const from = terrainM[last]! + h2;
  let steepest = Number.NEGATIVE_INFINITY;
  for (let i = last - 1; i >= 0 && end - distanceKm[i]! <= 16 + 1e-9; i--) {
    steepest = Math.max(steepest, (terrainM[i]! - from) / (1000 * (end - distanceKm[i]!)));
  }
  return Math.atan(steepest) * DEGREES;
}

/**
 * h1: height of the transmitting antenna over the mean terrain between 3 and 15 km, on shorter paths between 0.2 d
 * and d: P.1546-6 Annex 5 §3, eqs. (4), (7), m.
 */
export function effectiveHeightM(profile: ProfileArrays, ha: number): number {
  const { distanceKm, terrainM, count } = profile;
  const length = distanceKm[count - 1]!;
  const from = length >= 15 ? 3 : 0.2 * length;
  const to = Math.min(length, 15);
  let area = 0;
  let first = -1;
  let last = -1;
  for (let i = 0; i < count; i++) {
    const d = distanceKm[i]!;
    if (d < from - 1e-9 || d > to + 1e-9) continue;
    if (first < 0) first = i;
    else area += ((terrainM[i]! + terrainM[i - 1]!) / 2) * (d - distanceKm[i - 1]!);
    last = i;
  }
  const span = distanceKm[last]! - distanceKm[first]!;
  return terrainM[0]! + ha - (span > 0 ? area / span : terrainM[first]!);
}
