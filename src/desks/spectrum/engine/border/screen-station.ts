import { geodesicBetween } from '../../../../kernel/geo/geodesic.ts';
import { antennaAttenuationDb } from '../antenna/antenna.ts';
import { p1812 } from '../p1812/p1812.ts';
import { P1812Result } from '../p1812/result.ts';
import { ProfileSampler } from '../terrain/profile-sampler.ts';
import type { TerrainMap } from '../terrain/terrain-map.ts';
import { fillVoids } from '../terrain/void-filling.ts';
import type { BorderField, ScreeningTask, StationOutcome } from './screening-task.ts';
import type { Station } from './station.ts';
import { fieldBoundDbuV } from './upper-bound.ts';

interface Candidate {
  readonly index: number;
  readonly distanceKm: number;
  readonly azimuthDeg: number;
  readonly bound: number;
}

/** Screens stations one at a time with buffers that are kept; make one per worker. */
export class StationScreener {
  readonly #task: ScreeningTask;
  readonly #sampler: ProfileSampler;
  readonly #result = new P1812Result();

  constructor(task: ScreeningTask, map: TerrainMap) {
    this.#task = task;
    this.#sampler = new ProfileSampler(map);
  }

  /**
   * Bounds the field at every point in range, then asks the model in the order of the bounds and stops when no
   * remaining bound can exceed the limit, nor (where only the worst is wanted) the worst found.
   */
  screen(station: Station): StationOutcome {
    const limit = station.limitDbuV ?? this.#task.limitDbuV;
    const candidates = this.#candidates(station);
    const overLimit: BorderField[] = [];
    let worst: BorderField | undefined;
    let modelled = 0;
    let withoutTerrain = 0;
    let filledPoints = 0;
    let at = 0;
    for (; at < candidates.length; at++) {
      const candidate = candidates[at]!;
      if (candidate.bound <= limit) break;
      if (this.#task.find === 'worst' && worst !== undefined && candidate.bound <= worst.fieldDbuV) break;
      const field = this.#model(station, candidate, limit);
      if (field === undefined) {
        withoutTerrain++;
        continue;
      }
      modelled++;
      filledPoints += field.filled;
      if (worst === undefined || field.value.excessDb > worst.excessDb) worst = field.value;
      if (field.value.excessDb > 0) overLimit.push(field.value);
    }
    return {
      stationId: station.id,
      inRange: candidates.length,
      modelled,
      withoutTerrain,
      filledPoints,
      worst,
      overLimit,
      clearedBoundDb: (candidates[at]?.bound ?? Number.NEGATIVE_INFINITY) - limit,
    };
  }

  /** Points in range with their bounds, strongest first. */
  #candidates(station: Station): Candidate[] {
    const { points, rangeKm, timePercent } = this.#task;
    const found: Candidate[] = [];
    for (const [index, point] of points.entries()) {
      // a degree of latitude is at least 110.5 km
      if (Math.abs(point.lat - station.lat) * 110.5 > rangeKm) continue;
      const line = geodesicBetween(station.lon, station.lat, point.lon, point.lat);
      const distanceKm = Math.max(line.distanceM / 1000, 0.01);
      if (distanceKm > rangeKm) continue;
      const bound = fieldBoundDbuV(station.erpDbW, station.frequencyMHz, distanceKm, timePercent);
      found.push({ index, distanceKm, azimuthDeg: line.azimuthDeg, bound });
    }
    return found.sort((a, b) => b.bound - a.bound);
  }

  /** Stage two: the full model with the antenna's attenuation in the direction of departure. */
  #model(
    station: Station,
    candidate: Candidate,
    limit: number,
  ): { value: BorderField; filled: number } | undefined {
    const task = this.#task;
    const point = task.points[candidate.index]!;
    const sampler = this.#sampler;
    const { distanceKm } = candidate;
    const steps = Math.max(2, Math.ceil(distanceKm / task.profileStepKm));
    sampler.along(station.lon, station.lat, candidate.azimuthDeg, distanceKm / steps, steps + 1);
    if (sampler.missing > 0 || sampler.voids === sampler.count) return undefined;
    const filled = sampler.voids > 0 ? fillVoids(sampler.terrainM, sampler.count) : 0;
    const result = p1812(
      sampler,
      {
        frequencyGHz: station.frequencyMHz / 1000,
        timePercent: task.timePercent,
        locationPercent: task.locationPercent,
        txHeightM: station.heightM,
        rxHeightM: task.rxHeightM,
        isVertical: station.polarisation === 'vertical',
        deltaN: task.deltaN,
        surfaceN: task.surfaceN,
        latitudeDeg: (station.lat + point.lat) / 2,
        dctKm: 500,
        dcrKm: 500,
        longestLandKm: distanceKm,
        longestInlandKm: distanceKm,
        seaFraction: 0,
        locationDeviationDb: 0,
      },
      this.#result,
    );
    const departure = result.geometry.thetaT * (180 / Math.PI / 1000);
    const attenuation =
      station.antenna === undefined
        ? 0
        : antennaAttenuationDb(station.antenna, candidate.azimuthDeg, departure);
    const fieldDbuV = result.Ep + station.erpDbW - 30 - attenuation;
    const { line, atKm, lon, lat } = point;
    return {
      value: {
        line,
        atKm,
        lon,
        lat,
        distanceKm,
        fieldDbuV,
        limitDbuV: limit,
        excessDb: fieldDbuV - limit,
        lossDb: result.Lb,
      },
      filled,
    };
  }
}
