import { type ClutterKind, receiverHeightDb, representativeClutterM } from './corrections.ts';

/**
 * The field at one height above ground from the field at another, for limits and measurements that are stated at
 * different heights (3 m in a car, 10 m in an agreement): the difference of two height corrections of P.1546-6 §9.
 *
 * @param fromM, toM receiving heights, m
 * @param r2 clutter height about the receiver, m
 * @param h1 effective height of the transmitting antenna, m
 * @returns dB to add
 */
export function heightConversionDb(
  kind: ClutterKind,
  frequencyMHz: number,
  fromM: number,
  toM: number,
  r2: number,
  h1: number,
  distanceKm: number,
): number {
  const clutter = representativeClutterM(kind, r2, h1, distanceKm);
  const at = (h2: number) => receiverHeightDb(kind, frequencyMHz, h2, clutter, h1, distanceKm);
  return at(toM) - at(fromM);
}
