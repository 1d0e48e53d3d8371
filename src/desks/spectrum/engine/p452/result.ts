import { ClearAirBlend } from '../clear-air/combination.ts';
import { DeltaBullington } from '../p526/delta-bullington.ts';
import { PathGeometry } from '../path/geometry.ts';
import type { GasRates } from './gas.ts';

/** One link's constant side: everything of P.452 that is not the profile. Units in names; see `checkP452`. */
export interface P452Parameters {
  frequencyGHz: number;
  timePercent: number;
  txHeightM: number;
  rxHeightM: number;
  txGainDbi: number;
  rxGainDbi: number;
  isVertical: boolean;
  deltaN: number;
  surfaceN: number;
  /** φ, latitude of the path centre, degrees */
  latitudeDeg: number;
  dctKm: number;
  dcrKm: number;
  longestLandKm: number;
  longestInlandKm: number;
  seaFraction: number;
  /** from `gasRates`, for this frequency, pressure, temperature and sea fraction */
  gas: GasRates;
}

/** Every intermediate of one P.452 evaluation under the Recommendation's symbols; written over for each path. */
export class P452Result {
  readonly geometry = new PathGeometry();
  readonly median = new DeltaBullington();
  readonly beta = new DeltaBullington();
  readonly blend = new ClearAirBlend();
  b0 = Number.NaN;
  Ag = Number.NaN;
  Lbfsg = Number.NaN;
  Lb0p = Number.NaN;
  Lb0b = Number.NaN;
  Lba = Number.NaN;
  Lbs = Number.NaN;
  /** basic transmission loss not exceeded for p % of time, dB */
  Lb = Number.NaN;
}
