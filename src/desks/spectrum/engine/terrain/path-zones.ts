import type { ZoneName } from '../input/path-input.ts';

/** Coastal land reaches 50 km from the sea as far as it is no higher than 100 m: P.1812-8 Table 2, P.452-18 Table 1. */
const COAST_KM = 50;
const COAST_M = 100;

/** Radio-climatic zones of a profile and the distances from both ends to the coast, km (500 where there is none). */
export interface PathZones {
  readonly zone: readonly ZoneName[];
  readonly dctKm: number;
  readonly dcrKm: number;
}

/**
 * Tells sea, coastal land and inland along a path from which points are water. The distance to the sea is measured
 * along the path, which never overstates how coastal a point is.
 */
export function zonesFromSea(
  distanceKm: ArrayLike<number>,
  terrainM: ArrayLike<number>,
  isSea: ArrayLike<boolean>,
): PathZones {
  const count = distanceKm.length;
  const toSea = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let last = Number.NEGATIVE_INFINITY;
  let first = Number.NaN;
  for (let i = 0; i < count; i++) {
    if (isSea[i]) {
      last = distanceKm[i]!;
      if (Number.isNaN(first)) first = last;
    }
    toSea[i] = distanceKm[i]! - last;
  }
  let next = Number.POSITIVE_INFINITY;
  for (let i = count - 1; i >= 0; i--) {
    if (isSea[i]) next = distanceKm[i]!;
    toSea[i] = Math.min(toSea[i]!, next - distanceKm[i]!);
  }
  const zone = Array.from({ length: count }, (_, i): ZoneName => {
    if (isSea[i]) return 'sea';
    return toSea[i]! <= COAST_KM && terrainM[i]! <= COAST_M ? 'coastal' : 'inland';
  });
  const hasSea = !Number.isNaN(first);
  return {
    zone,
    dctKm: hasSea ? first - distanceKm[0]! : 500,
    dcrKm: hasSea ? distanceKm[count - 1]! - last : 500,
  };
}
