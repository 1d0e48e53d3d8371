import { inverseComplementaryNormal } from '../math/inverse-normal.ts';
import {
  type ClutterKind,
  clearanceNu,
  receiverHeightDb,
  representativeClutterM,
  terrainClearanceDb,
  transmitterClutterDb,
} from './corrections.ts';
import { type CurveSurface, curveFieldDbuV } from './curve-field.ts';
import { lossFromFieldDb } from './loss.ts';
import { maximumFieldDbuV } from './maximum-field.ts';
import { mixedPathFieldDbuV } from './mixed-path.ts';
import { nearFieldDbuV, slantKm } from './short-path.ts';
import { scatterAngleDeg, scatterFieldDbuV } from './troposcatter.ts';

/** Everything that P.1546-6 asks of a path, in its own symbols where they stand for themselves. */
export interface P1546Parameters {
  readonly frequencyMHz: number;
  readonly timePercent: number;
  readonly locationPercent: number;
  /** σL, dB; 0 keeps the median */
  readonly locationDeviationDb: number;
  readonly distanceKm: number;
  readonly seaFraction: number;
  readonly sea: Exclude<CurveSurface, 'land'>;
  /** h1, effective height; ha, height above ground of the transmitting antenna; h2, of the receiving antenna, m */
  readonly h1: number;
  readonly ha: number;
  readonly h2: number;
  /** R1, R2: clutter heights about transmitter and receiver, m */
  readonly r1: number;
  readonly r2: number;
  readonly clutter: ClutterKind;
  /** where the profile is known: its heights at both ends, m, θeff1 and θtca, degrees */
  readonly terrain?: {
    readonly txM: number;
    readonly rxM: number;
    readonly effectiveClearanceDeg: number;
    readonly clearanceDeg: number;
  };
}

/** Every step of one P.1546 evaluation; NaN where a step does not apply. */
export interface P1546Result {
  /** Emax, eq. (1) */
  readonly Emax: number;
  /** field after the curves and the mixed path, step 11 */
  readonly E: number;
  /** ν and correction of the terrain clearance angle, step 12 */
  readonly tcaNu: number;
  readonly tcaDb: number;
  /** θs and Ets, step 13 */
  readonly thetaS: number;
  readonly Ets: number;
  /** R2' and the receiving height correction, step 14 */
  readonly r2Prime: number;
  readonly rxHeightDb: number;
  readonly txClutterDb: number;
  readonly slopeDb: number;
  /** field for 1 kW e.r.p., dB(µV/m) */
  readonly fieldDbuV: number;
  /** basic transmission loss, eq. (40), dB */
  readonly lossDb: number;
}

/**
 * Rec. ITU-R P.1546-6, Annex 6 steps 1 to 20: field strength for point-to-area services, 30 to 4000 MHz, to 1000 km,
 * with or without a terrain profile. Numbers are trusted; `predictP1546` refuses bad ones at the border.
 */
export function p1546(p: P1546Parameters): P1546Result {
  const f = p.frequencyMHz;
  const t = p.timePercent;
  const d = Math.max(p.distanceKm, 1);
  const slant = slantKm(p.distanceKm, p);
  const Emax = maximumFieldDbuV(slant, p.seaFraction, t);
  const query = {
    frequencyMHz: f,
    timePercent: t,
    heightM: p.h1,
    distanceKm: d,
  };
  const land = p.seaFraction < 1 ? curveFieldDbuV({ ...query, surface: 'land' }) : Number.NaN;
  const sea = p.seaFraction > 0 ? curveFieldDbuV({ ...query, surface: p.sea }) : Number.NaN;
  const E = mixedPathFieldDbuV(land, sea, p.seaFraction);

  let field = E;
  let tcaNu = Number.NaN;
  let tcaDb = Number.NaN;
  let thetaS = Number.NaN;
  let Ets = Number.NaN;
  if (p.terrain !== undefined) {
    const { clearanceDeg, effectiveClearanceDeg } = p.terrain;
    tcaNu = clearanceNu(f, clearanceDeg);
    tcaDb = terrainClearanceDb(f, clearanceDeg);
    thetaS = scatterAngleDeg(d, effectiveClearanceDeg, clearanceDeg);
    Ets = scatterFieldDbuV(f, d, thetaS, t);
    field = Math.max(field + tcaDb, Ets);
  }
  const r2Prime = representativeClutterM(p.clutter, p.r2, p.h1, d);
  const rxHeightDb = receiverHeightDb(p.clutter, f, p.h2, r2Prime, p.h1, d);
  const txClutterDb = transmitterClutterDb(f, p.ha, p.r1);
  const slopeDb = 20 * Math.log10(d / slantKm(d, p));
  field += rxHeightDb + txClutterDb + slopeDb;
  if (p.distanceKm < 1) field = nearFieldDbuV(field, p.distanceKm, p);
  if (p.locationDeviationDb > 0) {
    field += inverseComplementaryNormal(p.locationPercent / 100) * p.locationDeviationDb;
  }
  field = Math.min(field, Emax);
  return {
    Emax,
    E,
    tcaNu,
    tcaDb,
    thetaS,
    Ets,
    r2Prime,
    rxHeightDb,
    txClutterDb,
    slopeDb,
    fieldDbuV: field,
    lossDb: lossFromFieldDb(f, field),
  };
}
