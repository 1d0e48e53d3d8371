import { knifeEdgeLossDb } from '../p526/knife-edge.ts';
import { clearPathKm } from './fresnel-clearance.ts';

/** What surrounds the receiving or mobile antenna. */
export type ClutterKind = 'open' | 'suburban' | 'urban' | 'dense-urban' | 'sea';

const DEGREES = 180 / Math.PI;

/** Representative clutter height about the receiver as the ray grazes it: P.1546-6 Annex 5 §9 eq. (27), m. */
export function representativeClutterM(
  kind: ClutterKind,
  r2: number,
  h1: number,
  distanceKm: number,
): number {
  if (kind === 'open' || kind === 'sea') return 10;
  return Math.max((1000 * distanceKm * r2 - 15 * h1) / (1000 * distanceKm - 15), 1);
}

/**
 * Height gain of the receiving antenna against the 10 m (or clutter height) of the curves: §9 eqs. (28), (29), dB.
 *
 * @param clutterM R2' from `representativeClutterM`
 */
export function receiverHeightDb(
  kind: ClutterKind,
  frequencyMHz: number,
  h2: number,
  clutterM: number,
  h1: number,
  distanceKm: number,
): number {
  const gain = 3.2 + 6.2 * Math.log10(frequencyMHz);
  if (kind === 'sea') {
    const full = gain * Math.log10(h2 / 10);
    if (h2 >= 10) return full;
    const height = Math.max(h1, 1);
    const clear10 = clearPathKm(frequencyMHz, height, 10);
    const clear = clearPathKm(frequencyMHz, height, h2);
    if (distanceKm >= clear10) return full;
    if (distanceKm <= clear) return 0;
    return (full * Math.log10(distanceKm / clear)) / Math.log10(clear10 / clear);
  }
  if (kind === 'open') return gain * Math.log10(h2 / 10);
  const inClutter = 6.03 - knifeEdgeLossDb(clutterNu(frequencyMHz, clutterM - h2));
  const correction = h2 < clutterM ? inClutter : gain * Math.log10(h2 / clutterM);
  return clutterM < 10 ? correction - gain * Math.log10(10 / clutterM) : correction;
}

/** ν of an obstacle 27 m off that stands `aboveM` over the antenna: eqs. (28b)–(28e), (30c). */
function clutterNu(frequencyMHz: number, aboveM: number): number {
  const height = Math.abs(aboveM);
  const angle = Math.atan(height / 27) * DEGREES;
  return 0.0108 * Math.sqrt(frequencyMHz) * Math.sqrt(height * angle);
}

/** What clutter about the transmitter takes: §10 eq. (30), dB, never positive. */
export function transmitterClutterDb(frequencyMHz: number, ha: number, r1: number): number {
  if (r1 <= 0) return 0;
  const nu = clutterNu(frequencyMHz, r1 - ha);
  return -knifeEdgeLossDb(r1 > ha ? nu : -nu);
}

/** ν of the terrain clearance angle, held between 0.55° and 40°: §11 eq. (32c). */
export function clearanceNu(frequencyMHz: number, clearanceDeg: number): number {
  return 0.065 * Math.min(Math.max(clearanceDeg, 0.55), 40) * Math.sqrt(frequencyMHz);
}

/** What terrain about the receiver takes: §11 eq. (32a), dB. */
export function terrainClearanceDb(frequencyMHz: number, clearanceDeg: number): number {
  return (
    knifeEdgeLossDb(0.036 * Math.sqrt(frequencyMHz)) -
    knifeEdgeLossDb(clearanceNu(frequencyMHz, clearanceDeg))
  );
}
