import type { ProfileArrays } from '../path/geometry.ts';
import { measureZones, ZONE_COASTAL, ZONE_INLAND, ZONE_SEA, type ZoneExtent } from '../path/zone.ts';
import type { InputCheck } from './propagation-input-error.ts';

export type ZoneName = 'sea' | 'coastal' | 'inland';

const ZONE_CODES: Readonly<Record<ZoneName, number>> = {
  sea: ZONE_SEA,
  coastal: ZONE_COASTAL,
  inland: ZONE_INLAND,
};

/** A terrain profile as a person hands it over. */
export interface PathInput {
  /** km from the transmitter, ascending from 0 */
  readonly distanceKm: ArrayLike<number>;
  /** m above mean sea level */
  readonly terrainM: ArrayLike<number>;
  /** representative clutter height, m; 0 where left out */
  readonly clutterM?: ArrayLike<number>;
  /** radio-climatic zone of each point; all inland where left out */
  readonly zone?: ArrayLike<string>;
}

/** A checked profile with the sums that its zones amount to. */
export interface PreparedPath {
  readonly arrays: ProfileArrays;
  readonly zones: ZoneExtent;
}

/**
 * Reports every fault of a profile: too short, not from zero, descending, repeated, NaN, unknown zone.
 *
 * @param least number of points that the method needs: 3 where it asks what stands between the ends
 */
export function checkPath(check: InputCheck, path: PathInput, maximumKm: number, least: 2 | 3 = 3): void {
  const count = path.distanceKm.length;
  if (count < least) {
    check.add(
      '/path/distanceKm',
      'profile-too-short',
      `has ${count} ${count === 1 ? 'point' : 'points'}; at least ${least} are needed: both ends${least === 3 ? ' and one between' : ''}.`,
      { count, least },
    );
  }
  for (const key of ['terrainM', 'clutterM', 'zone'] as const) {
    const length = path[key]?.length ?? count;
    if (length !== count) {
      check.add(`/path/${key}`, 'lengths-differ', `has ${length} entries where distanceKm has ${count}.`, {
        length,
        count,
      });
    }
  }
  checkDistances(check, path.distanceKm, maximumKm);
  checkHeights(check, path);
  checkZones(check, path.zone);
}

function checkDistances(check: InputCheck, distanceKm: ArrayLike<number>, maximumKm: number): void {
  const count = distanceKm.length;
  for (let i = 0; i < count; i++) {
    const here = distanceKm[i]!;
    const pointer = `/path/distanceKm/${i}`;
    if (!Number.isFinite(here)) {
      check.add(pointer, 'not-a-number', `is ${here}; a finite distance in km is needed.`);
      return;
    }
    if (i === 0 && here !== 0) {
      check.add(
        pointer,
        'distance-not-from-zero',
        `is ${here} km; the first point is the transmitter, at 0 km.`,
        {
          value: here,
        },
      );
    }
    if (i > 0 && here <= distanceKm[i - 1]!) {
      const what = here === distanceKm[i - 1] ? 'repeats' : 'is less than';
      check.add(
        pointer,
        'distance-not-ascending',
        `${here} km ${what} the distance before it (${distanceKm[i - 1]} km); distances must ascend.`,
        { value: here, previous: distanceKm[i - 1]! },
      );
      return;
    }
  }
  const total = distanceKm[count - 1] ?? 0;
  if (total > maximumKm) {
    check.add(
      '/path/distanceKm',
      'out-of-range',
      `ends at ${total} km; the method holds to ${maximumKm} km.`,
      { value: total, low: 0, high: maximumKm, unit: 'km' },
    );
  }
}

function checkHeights(check: InputCheck, path: PathInput): void {
  let missing = 0;
  const count = path.terrainM.length;
  for (let i = 0; i < count; i++) if (!Number.isFinite(path.terrainM[i]!)) missing++;
  if (count > 0 && missing === count) {
    check.add('/path/terrainM', 'void-only', 'has no height at all; every point of the profile is void.', {
      count,
    });
  } else if (missing > 0) {
    const first = Array.from(path.terrainM).findIndex((h) => !Number.isFinite(h));
    check.add(
      `/path/terrainM/${first}`,
      'not-a-number',
      `is ${path.terrainM[first]}; ${missing} of ${count} heights are not numbers. Fill the voids first.`,
      { missing, count },
    );
  }
  const clutter = path.clutterM;
  if (clutter === undefined) return;
  for (let i = 0; i < clutter.length; i++) {
    if (!(clutter[i]! >= 0 && clutter[i]! <= 1000)) {
      check.add(`/path/clutterM/${i}`, 'out-of-range', `is ${clutter[i]} m; allowed is 0 to 1000 m.`, {
        low: 0,
        high: 1000,
        unit: 'm',
      });
      return;
    }
  }
}

function checkZones(check: InputCheck, zone: ArrayLike<string> | undefined): void {
  if (zone === undefined) return;
  for (let i = 0; i < zone.length; i++) {
    if (ZONE_CODES[zone[i] as ZoneName] === undefined) {
      check.add(
        `/path/zone/${i}`,
        'unknown-zone',
        `is ${JSON.stringify(zone[i])}; allowed are sea, coastal and inland.`,
        { value: String(zone[i]), allowed: 'sea, coastal, inland' },
      );
      return;
    }
  }
}

/**
 * Copies a checked profile into the engine's arrays.
 *
 * @param clutterFreeKm clutter nearer than this to either end does not count (P.452-18: 0.05 km; P.1812-8: the ends)
 */
export function preparePath(path: PathInput, clutterFreeKm: number): PreparedPath {
  const count = path.distanceKm.length;
  const distanceKm = Float64Array.from(path.distanceKm);
  const terrainM = Float64Array.from(path.terrainM);
  const total = distanceKm[count - 1]!;
  let surfaceM = terrainM;
  if (path.clutterM !== undefined) {
    surfaceM = terrainM.slice();
    const near = clutterFreeKm - 1e-9;
    for (let i = 1; i < count - 1; i++) {
      if (distanceKm[i]! < near || total - distanceKm[i]! < near) continue;
      surfaceM[i] = surfaceM[i]! + path.clutterM[i]!;
    }
  }
  const zones: ZoneExtent = { longestLandKm: total, longestInlandKm: total, seaFraction: 0 };
  if (path.zone !== undefined) {
    const codes = Uint8Array.from({ length: count }, (_, i) => ZONE_CODES[path.zone![i] as ZoneName]);
    measureZones(distanceKm, codes, count, zones);
  }
  return { arrays: { distanceKm, terrainM, surfaceM, count }, zones };
}
