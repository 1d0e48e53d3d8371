import { BETA_RADIUS_KM, medianEarthRadiusKm } from '../clear-air/effective-radius.ts';
import type { PathGeometry, ProfileArrays } from './geometry.ts';
import { locateHorizons } from './horizon.ts';
import { scanSurface, scanTerrain } from './scan.ts';
import { fitSmoothSurface, measureRoughness } from './smooth-surface.ts';

/**
 * Turns a profile and two antenna heights into the path parameters that P.1812 and P.452 share.
 *
 * @param txHeightM, rxHeightM heights of the antennas above ground, m
 * @param deltaN ΔN, N-units/km
 */
export function measurePath(
  profile: ProfileArrays,
  txHeightM: number,
  rxHeightM: number,
  deltaN: number,
  out: PathGeometry,
): PathGeometry {
  const { terrainM, surfaceM, count } = profile;
  out.htg = txHeightM;
  out.hrg = rxHeightM;
  out.hts = terrainM[0]! + txHeightM;
  out.hrs = terrainM[count - 1]! + rxHeightM;
  out.ae = medianEarthRadiusKm(deltaN);
  scanTerrain(profile, out, BETA_RADIUS_KM);
  locateHorizons(profile, out);
  if (surfaceM !== terrainM) scanSurface(profile, out, BETA_RADIUS_KM);
  fitSmoothSurface(profile, out);
  measureRoughness(profile, out);
  return out;
}
