import { CURVE_TABLES } from './curve-tables.ts';
import { clearPathKm } from './fresnel-clearance.ts';
import { lowLandFieldDbuV, lowSeaFieldDbuV, type NominalMHz } from './low-antenna.ts';
import { maximumFieldDbuV } from './maximum-field.ts';
import { fieldFromTable, logInterpolate } from './tabulated-field.ts';
import { timeInterpolate } from './time-interpolation.ts';

/** Surfaces that P.1546 has curves for. */
export type CurveSurface = 'land' | 'cold-sea' | 'warm-sea';

/** A point of the curves. */
export interface CurveQuery {
  readonly surface: CurveSurface;
  readonly frequencyMHz: number;
  readonly timePercent: number;
  /** h1, effective height of the transmitting or base antenna, m */
  readonly heightM: number;
  readonly distanceKm: number;
}

function tableOf(surface: CurveSurface, nominal: NominalMHz, time: number): Float64Array {
  const kind = surface === 'land' ? 'land' : time === 50 ? 'sea' : surface === 'cold-sea' ? 'cold' : 'warm';
  return CURVE_TABLES[`${kind}-${nominal}-${time}`]!;
}

/** Steps 1 to 5 and 8: one nominal frequency, one nominal percentage of time. */
function nominalField(q: CurveQuery, nominal: NominalMHz, time: number): number {
  const seaFraction = q.surface === 'land' ? 0 : 1;
  const maximumAt = (d: number) => maximumFieldDbuV(d, seaFraction, time);
  const table = tableOf(q.surface, nominal, time);
  const field =
    q.heightM >= 10
      ? fieldFromTable(table, q.heightM, q.distanceKm, maximumAt(q.distanceKm))
      : seaFraction === 1
        ? lowSeaFieldDbuV(table, nominal, q.heightM, q.distanceKm, maximumAt)
        : lowLandFieldDbuV(table, nominal, q.heightM, q.distanceKm, maximumAt(q.distanceKm));
  return Math.min(field, maximumAt(q.distanceKm));
}

/** Between nominal frequencies, below 100 and above 2000 MHz by extrapolation: P.1546-6 Annex 5 §6 eq. (14). */
function frequencyField(q: CurveQuery, time: number): number {
  const [low, high]: [NominalMHz, NominalMHz] = q.frequencyMHz < 600 ? [100, 600] : [600, 2000];
  const interpolated = (query: CurveQuery) => {
    if (query.frequencyMHz === low) return nominalField(query, low, time);
    if (query.frequencyMHz === high) return nominalField(query, high, time);
    return logInterpolate(
      query.frequencyMHz,
      low,
      nominalField(query, low, time),
      high,
      nominalField(query, high, time),
    );
  };
  if (q.surface === 'land' || q.frequencyMHz >= 100) return interpolated(q);
  // sea below 100 MHz: eq. (15)
  const height = Math.max(q.heightM, 1);
  const clear = clearPathKm(q.frequencyMHz, height, 10);
  if (q.distanceKm <= clear) return maximumFieldDbuV(q.distanceKm, 1, time);
  const clear600 = clearPathKm(600, height, 10);
  if (q.distanceKm >= clear600) return interpolated(q);
  return logInterpolate(
    q.distanceKm,
    clear,
    maximumFieldDbuV(clear, 1, time),
    clear600,
    interpolated({ ...q, distanceKm: clear600 }),
  );
}

/**
 * Field of 1 kW e.r.p. over one kind of surface for any frequency, time, height and distance, never above the maximum,
 * which extrapolation in frequency could otherwise pass; dB(µV/m).
 */
export function curveFieldDbuV(q: CurveQuery): number {
  const field = timeInterpolate(q.timePercent, (time) => frequencyField(q, time));
  return Math.min(field, maximumFieldDbuV(q.distanceKm, q.surface === 'land' ? 0 : 1, q.timePercent));
}
