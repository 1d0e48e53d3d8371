import { checkPath, type PathInput, preparePath } from '../input/path-input.ts';
import { InputCheck } from '../input/propagation-input-error.ts';
import { locationDeviationDb } from '../p1812/location.ts';
import type { ClutterKind } from './corrections.ts';
import { type P1546Result, p1546 } from './p1546.ts';
import { effectiveHeightM, receiverClearanceDeg, transmitterClearanceDeg } from './terrain-angles.ts';

/** One P.1546 question over a terrain profile. */
export interface P1546Input {
  readonly path: PathInput;
  readonly frequencyMHz: number;
  readonly timePercent: number;
  readonly locationPercent?: number;
  /** σL in dB; for 500 m squares where left out */
  readonly locationDeviationDb?: number;
  /** heights above ground, m */
  readonly txHeightM: number;
  readonly rxHeightM: number;
  /** clutter heights about both ends, m; 0 where left out */
  readonly txClutterM?: number;
  readonly rxClutterM?: number;
  readonly clutter?: ClutterKind;
  /** kind of sea, should the path cross one; cold where left out */
  readonly sea?: 'cold-sea' | 'warm-sea';
}

/** What P.1546 itself derived from the profile beside its steps. */
export interface P1546Prediction extends P1546Result {
  readonly h1: number;
  readonly effectiveClearanceDeg: number;
  readonly clearanceDeg: number;
  readonly seaFraction: number;
}

/** Throws `PropagationInputError` naming every input that P.1546-6 does not allow. */
export function checkP1546(input: P1546Input): void {
  const check = new InputCheck();
  check.range('/frequencyMHz', input.frequencyMHz, 30, 4000, 'MHz');
  check.range('/timePercent', input.timePercent, 1, 50, '%');
  check.range('/locationPercent', input.locationPercent ?? 50, 1, 99, '%');
  check.range('/locationDeviationDb', input.locationDeviationDb ?? 0, 0, 30, 'dB');
  check.range('/txHeightM', input.txHeightM, 1, 3000, 'm');
  check.range('/rxHeightM', input.rxHeightM, 1, 3000, 'm');
  check.range('/txClutterM', input.txClutterM ?? 0, 0, 500, 'm');
  check.range('/rxClutterM', input.rxClutterM ?? 0, 0, 500, 'm');
  check.oneOf('/clutter', input.clutter ?? 'open', ['open', 'suburban', 'urban', 'dense-urban', 'sea']);
  check.oneOf('/sea', input.sea ?? 'cold-sea', ['cold-sea', 'warm-sea']);
  checkPath(check, input.path, 1000, 2);
  check.refuse();
}

/**
 * Answers one path with every step.
 *
 * @throws PropagationInputError
 */
export function predictP1546(input: P1546Input): P1546Prediction {
  checkP1546(input);
  const { arrays, zones } = preparePath({ ...input.path, clutterM: undefined }, 0);
  const { terrainM, count, distanceKm } = arrays;
  const h1 = effectiveHeightM(arrays, input.txHeightM);
  const effectiveClearanceDeg = transmitterClearanceDeg(arrays, input.txHeightM);
  const clearanceDeg = receiverClearanceDeg(arrays, input.rxHeightM);
  const result = p1546({
    frequencyMHz: input.frequencyMHz,
    timePercent: input.timePercent,
    locationPercent: input.locationPercent ?? 50,
    locationDeviationDb: input.locationDeviationDb ?? locationDeviationDb(input.frequencyMHz / 1000),
    distanceKm: distanceKm[count - 1]!,
    seaFraction: zones.seaFraction,
    sea: input.sea ?? 'cold-sea',
    h1,
    ha: input.txHeightM,
    h2: input.rxHeightM,
    r1: input.txClutterM ?? 0,
    r2: input.rxClutterM ?? 0,
    clutter: input.clutter ?? 'open',
    terrain: { txM: terrainM[0]!, rxM: terrainM[count - 1]!, effectiveClearanceDeg, clearanceDeg },
  });
  return { ...result, h1, effectiveClearanceDeg, clearanceDeg, seaFraction: zones.seaFraction };
}
