import { centreLatitudeDeg, checkLink, type LinkInput } from '../input/link-input.ts';
import { checkPath, preparePath } from '../input/path-input.ts';
import { InputCheck } from '../input/propagation-input-error.ts';
import { locationDeviationDb } from './location.ts';
import { p1812 } from './p1812.ts';
import { P1812Result } from './result.ts';

/** One P.1812 question as a person puts it. */
export interface P1812Input extends LinkInput {
  /** pL; 50 where left out */
  readonly locationPercent?: number;
  /** σL in dB; from eq. (66) for 500 m squares where left out */
  readonly locationDeviationDb?: number;
}

/** Throws `PropagationInputError` naming every input that P.1812-8 Table 1 does not allow. */
export function checkP1812(input: P1812Input): void {
  const check = new InputCheck();
  check.range('/frequencyGHz', input.frequencyGHz, 0.03, 6, 'GHz');
  check.range('/timePercent', input.timePercent, 1, 50, '%');
  check.range('/locationPercent', input.locationPercent ?? 50, 1, 99, '%');
  if (input.locationDeviationDb !== undefined) {
    check.range('/locationDeviationDb', input.locationDeviationDb, 0, 30, 'dB');
  }
  checkLink(check, input);
  checkPath(check, input.path, 3000);
  check.refuse();
}

/**
 * Answers one link with every intermediate value.
 *
 * @throws PropagationInputError
 */
export function predictP1812(input: P1812Input): P1812Result {
  checkP1812(input);
  const { arrays, zones } = preparePath(input.path, 0);
  const length = arrays.distanceKm[arrays.count - 1]!;
  return p1812(
    arrays,
    {
      frequencyGHz: input.frequencyGHz,
      timePercent: input.timePercent,
      locationPercent: input.locationPercent ?? 50,
      txHeightM: input.txHeightM,
      rxHeightM: input.rxHeightM,
      isVertical: input.polarisation === 'vertical',
      deltaN: input.deltaN,
      surfaceN: input.surfaceN,
      latitudeDeg: centreLatitudeDeg(input, length),
      dctKm: input.dctKm ?? 500,
      dcrKm: input.dcrKm ?? 500,
      ...zones,
      locationDeviationDb: input.locationDeviationDb ?? locationDeviationDb(input.frequencyGHz),
    },
    new P1812Result(),
  );
}
