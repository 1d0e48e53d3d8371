import type { BorderPoint } from './border-points.ts';
import type { Station } from './station.ts';

/** What is the same for every station of a screening. */
export interface ScreeningTask {
  readonly points: readonly BorderPoint[];
  /** height at which the agreement judges the field, m above ground */
  readonly rxHeightM: number;
  readonly timePercent: number;
  readonly locationPercent: number;
  readonly deltaN: number;
  readonly surfaceN: number;
  /** permissible field strength, dB(µV/m), for stations that carry none */
  readonly limitDbuV: number;
  /** stations further from a point than this do not count, km */
  readonly rangeKm: number;
  /** distance of profile points, km */
  readonly profileStepKm: number;
  /** "worst": the worst point of each station; "all": every point over the limit as well */
  readonly find: 'worst' | 'all';
}

/** The field of one station at one border point. */
export interface BorderField {
  readonly line: string;
  readonly atKm: number;
  readonly lon: number;
  readonly lat: number;
  readonly distanceKm: number;
  readonly fieldDbuV: number;
  readonly limitDbuV: number;
  /** over the limit where positive, dB */
  readonly excessDb: number;
  /** basic transmission loss behind it, dB */
  readonly lossDb: number;
}

/** What screening one station came to. */
export interface StationOutcome {
  readonly stationId: string;
  /** border points in range; those that needed the full model; those whose profile lacked terrain */
  readonly inRange: number;
  readonly modelled: number;
  readonly withoutTerrain: number;
  /** void points that were filled in the profiles used */
  readonly filledPoints: number;
  /** the greatest excess found by the model; undefined where the bound alone cleared every point */
  readonly worst: BorderField | undefined;
  readonly overLimit: readonly BorderField[];
  /** the bound's greatest excess among points that the model was not asked about, dB; −∞ where there is none */
  readonly clearedBoundDb: number;
}

/** Stations are handed to workers in batches. */
export interface ScreeningBatch {
  readonly stations: readonly Station[];
}
