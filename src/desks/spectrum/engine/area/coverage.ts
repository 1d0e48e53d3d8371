import { geodesicBetween } from '../../../../kernel/geo/geodesic.ts';
import { antennaAttenuationDb } from '../antenna/antenna.ts';
import type { Station } from '../border/station.ts';
import type { P1812Parameters } from '../p1812/result.ts';
import { RadialSweep } from '../sweep/radial-sweep.ts';
import { ProfileSampler } from '../terrain/profile-sampler.ts';
import type { TerrainMap } from '../terrain/terrain-map.ts';
import { fillVoids } from '../terrain/void-filling.ts';
import type { FieldRaster } from './raster.ts';

/** What a coverage asks for beside its station. */
export interface CoverageTask {
  readonly radiusKm: number;
  /** distance of points along a ray, km */
  readonly profileStepKm: number;
  /** size of a raster cell, m */
  readonly cellM: number;
  readonly rxHeightM: number;
  readonly timePercent: number;
  readonly locationPercent: number;
  readonly locationDeviationDb: number;
  readonly deltaN: number;
  readonly surfaceN: number;
}

export interface Coverage {
  readonly raster: FieldRaster;
  readonly rays: number;
  /** points of rays without terrain, which end a ray, and void points that were filled */
  readonly missingPoints: number;
  readonly filledPoints: number;
}

/** P.1812 wants at least a quarter kilometre; nearer cells take the value of this distance. */
const NEAREST_KM = 0.25;

/**
 * Field strength around a station: one swept ray for every cell of the outer circle, then a raster in longitude and
 * latitude that reads between the two nearest rays.
 *
 * @param onProgress called after rays with how many are done; return false to stop (the raster is then incomplete)
 */
export function computeCoverage(
  station: Station,
  task: CoverageTask,
  map: TerrainMap,
  onProgress?: (done: number, total: number) => boolean | undefined,
): Coverage {
  const rays = Math.max(36, Math.ceil((2 * Math.PI * task.radiusKm * 1000) / task.cellM));
  const perRay = Math.floor(task.radiusKm / task.profileStepKm) + 1;
  const field = new Float32Array(rays * perRay).fill(Number.NaN);
  const sampler = new ProfileSampler(map);
  const sweep = new RadialSweep(perRay);
  const loss = new Float64Array(perRay);
  const parameters = linkParameters(station, task);
  let missingPoints = 0;
  let filledPoints = 0;
  for (let ray = 0; ray < rays; ray++) {
    const azimuth = (360 * ray) / rays;
    const profile = sampler.along(station.lon, station.lat, azimuth, task.profileStepKm, perRay);
    if (profile.missing > 0) profile.count = firstMissing(map, profile);
    missingPoints += perRay - profile.count;
    if (profile.voids > 0) filledPoints += fillVoids(profile.terrainM, profile.count);
    if (profile.count < 3) continue;
    const base = ray * perRay;
    sweep.sweep(profile, parameters, loss, (k) => {
      const { geometry, Ep } = sweep.result;
      const departure = geometry.thetaT * (180 / Math.PI / 1000);
      const attenuation =
        station.antenna === undefined ? 0 : antennaAttenuationDb(station.antenna, azimuth, departure);
      field[base + k] = Ep + station.erpDbW - 30 - attenuation;
    });
    if (onProgress?.(ray + 1, rays) === false) break;
  }
  return { raster: rasterise(station, task, field, rays, perRay), rays, missingPoints, filledPoints };
}

function linkParameters(station: Station, task: CoverageTask): P1812Parameters {
  return {
    frequencyGHz: station.frequencyMHz / 1000,
    timePercent: task.timePercent,
    locationPercent: task.locationPercent,
    txHeightM: station.heightM,
    rxHeightM: task.rxHeightM,
    isVertical: station.polarisation === 'vertical',
    deltaN: task.deltaN,
    surfaceN: task.surfaceN,
    latitudeDeg: station.lat,
    dctKm: 500,
    dcrKm: 500,
    longestLandKm: 0,
    longestInlandKm: 0,
    seaFraction: 0,
    locationDeviationDb: task.locationDeviationDb,
  };
}

/** Number of points before the first that no tile covers. */
function firstMissing(map: TerrainMap, profile: ProfileSampler): number {
  for (let i = 0; i < profile.count; i++) {
    if (map.heightAt(profile.lon[i]!, profile.lat[i]!) === undefined) return i;
  }
  return profile.count;
}

function rasterise(
  station: Station,
  task: CoverageTask,
  field: Float32Array,
  rays: number,
  perRay: number,
): FieldRaster {
  const halfLat = task.radiusKm / 110.574;
  const halfLon = task.radiusKm / (111.32 * Math.cos((station.lat * Math.PI) / 180));
  const side = Math.max(2, Math.ceil((2000 * task.radiusKm) / task.cellM));
  const stepLon = (2 * halfLon) / side;
  const stepLat = (2 * halfLat) / side;
  const west = station.lon - halfLon;
  const north = station.lat + halfLat;
  const values = new Float32Array(side * side).fill(Number.NaN);
  const at = (ray: number, k: number) => field[(ray % rays) * perRay + k]!;
  for (let row = 0; row < side; row++) {
    const lat = north - (row + 0.5) * stepLat;
    for (let column = 0; column < side; column++) {
      const lon = west + (column + 0.5) * stepLon;
      const line = geodesicBetween(station.lon, station.lat, lon, lat);
      const km = Math.max(line.distanceM / 1000, NEAREST_KM);
      if (km > task.radiusKm) continue;
      const along = Math.max(2, km / task.profileStepKm);
      const k = Math.min(Math.floor(along), perRay - 2);
      const t = Math.min(along - k, 1);
      const turn = (line.azimuthDeg / 360) * rays;
      const ray = Math.floor(turn);
      const u = turn - ray;
      const left = at(ray, k) * (1 - t) + at(ray, k + 1) * t;
      const right = at(ray + 1, k) * (1 - t) + at(ray + 1, k + 1) * t;
      values[row * side + column] = left * (1 - u) + right * u;
    }
  }
  return { west, north, stepLon, stepLat, columns: side, rows: side, values };
}
