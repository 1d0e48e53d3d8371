import type { ProfileArrays } from '../../desks/spectrum/engine/path/geometry.ts';

/** Heights with the bulge of an Earth of radius `aeKm` added, so that rays may be drawn straight. */
export function bulgedHeights(
  profile: ProfileArrays,
  aeKm: number,
): { readonly distanceKm: Float64Array; readonly heights: Float64Array } {
  const distanceKm = profile.distanceKm.slice(0, profile.count);
  const length = distanceKm[profile.count - 1]!;
  const heights = Float64Array.from(
    distanceKm,
    (d, i) => profile.terrainM[i]! + (500 / aeKm) * d * (length - d),
  );
  return { distanceKm, heights };
}
