import { ClearAirBlend } from '../clear-air/combination.ts';
import { DeltaBullington } from '../p526/delta-bullington.ts';
import { PathGeometry } from '../path/geometry.ts';

/** One link's constant side: everything of P.1812 that is not the profile. Units in names; see `checkP1812`. */
export interface P1812Parameters {
  frequencyGHz: number;
  timePercent: number;
  locationPercent: number;
  txHeightM: number;
  rxHeightM: number;
  isVertical: boolean;
  deltaN: number;
  surfaceN: number;
  /** φ, latitude of the path centre, degrees */
  latitudeDeg: number;
  /** distance over land to the coast from either end along the path; 500 where there is none */
  dctKm: number;
  dcrKm: number;
  /** longest land and inland sections and the part over sea; a path that is all inland is d, d, 0 */
  longestLandKm: number;
  longestInlandKm: number;
  seaFraction: number;
  /** σL; 0 leaves the median over locations */
  locationDeviationDb: number;
}

/** Every intermediate of one P.1812 evaluation under the Recommendation's symbols; written over for each path. */
export class P1812Result {
  readonly geometry = new PathGeometry();
  readonly median = new DeltaBullington();
  readonly beta = new DeltaBullington();
  readonly blend = new ClearAirBlend();
  b0 = Number.NaN;
  Lbfs = Number.NaN;
  Lb0p = Number.NaN;
  Lb0b = Number.NaN;
  Lba = Number.NaN;
  Lbs = Number.NaN;
  /** basic transmission loss not exceeded for p % of time at pL % of locations, dB */
  Lb = Number.NaN;
  /** field strength for 1 kW e.r.p., dB(µV/m) */
  Ep = Number.NaN;
}
