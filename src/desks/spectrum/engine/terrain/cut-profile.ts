import type { PathInput } from '../input/path-input.ts';
import { InputCheck } from '../input/propagation-input-error.ts';
import { type PathZones, zonesFromSea } from './path-zones.ts';
import { ProfileSampler } from './profile-sampler.ts';
import type { TerrainMap } from './terrain-map.ts';
import { fillVoids } from './void-filling.ts';

/** A profile with what had to be done to get it. */
export interface CutProfile {
  readonly path: PathInput & { readonly distanceKm: Float64Array; readonly terrainM: Float64Array };
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** zones and distances to the coast, where a sea mask was given */
  readonly zones?: PathZones;
  /** points whose height was void and was drawn in from their neighbours */
  readonly filledPoints: number;
}

/** Rasters beside the terrain that a profile may be cut with. */
export interface Surroundings {
  /** heights of clutter over the ground, m */
  readonly clutter?: TerrainMap;
  /** water where a sample is greater than zero */
  readonly sea?: TerrainMap;
}

/** Names of the one-degree squares that points without terrain lie in. */
function missingSquares(sampler: ProfileSampler, map: TerrainMap): string[] {
  const names = new Set<string>();
  for (let i = 0; i < sampler.count; i++) {
    if (map.heightAt(sampler.lon[i]!, sampler.lat[i]!) !== undefined) continue;
    const lat = Math.floor(sampler.lat[i]!);
    const lon = Math.floor(((((sampler.lon[i]! + 180) % 360) + 360) % 360) - 180);
    const ns = lat < 0 ? 'S' : 'N';
    const ew = lon < 0 ? 'W' : 'E';
    names.add(`${ns}${String(Math.abs(lat)).padStart(2, '0')}${ew}${String(Math.abs(lon)).padStart(3, '0')}`);
  }
  return [...names].sort();
}

/**
 * Cuts one profile for a person: voids filled and counted, missing tiles and all-void profiles refused by name.
 *
 * @throws PropagationInputError with code `missing-tile` or `void-only`
 */
export function cutProfile(
  map: TerrainMap,
  tx: readonly [number, number],
  rx: readonly [number, number],
  spacingKm: number,
  surroundings: Surroundings = {},
): CutProfile {
  const sampler = new ProfileSampler(map).between(tx[0], tx[1], rx[0], rx[1], spacingKm);
  const check = new InputCheck();
  const { count, voids } = sampler;
  if (sampler.missing > 0) {
    const tiles = missingSquares(sampler, map).join(', ');
    check.add(
      '/terrain',
      'missing-tile',
      `has no tile for ${sampler.missing} of ${count} points of the path; squares wanted: ${tiles}.`,
      { points: sampler.missing, count, tiles },
    );
  } else if (voids === count) {
    check.add('/terrain', 'void-only', `is void at all ${count} points of the path; nothing to fill from.`, {
      count,
    });
  }
  check.refuse();
  const terrainM = sampler.terrainM.slice(0, count);
  const filledPoints = voids === 0 ? 0 : fillVoids(terrainM, count);
  const distanceKm = sampler.distanceKm.slice(0, count);
  const lon = sampler.lon.slice(0, count);
  const lat = sampler.lat.slice(0, count);
  const read = (raster: TerrainMap) =>
    Float64Array.from(lon, (x, i) => Math.max(raster.nearestAt(x, lat[i]!) || 0, 0));
  const zones =
    surroundings.sea &&
    zonesFromSea(
      distanceKm,
      terrainM,
      Array.from(read(surroundings.sea), (v) => v > 0),
    );
  return {
    path: {
      distanceKm,
      terrainM,
      ...(surroundings.clutter && { clutterM: read(surroundings.clutter) }),
      ...(zones && { zone: zones.zone }),
    },
    lon,
    lat,
    ...(zones && { zones }),
    filledPoints,
  };
}
