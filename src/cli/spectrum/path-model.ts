import type { LinkInput } from '../../desks/spectrum/engine/input/link-input.ts';
import { predictP452 } from '../../desks/spectrum/engine/p452/predict.ts';
import { fieldFromLossDbuV } from '../../desks/spectrum/engine/p525/free-space.ts';
import { predictP1546 } from '../../desks/spectrum/engine/p1546/predict.ts';
import { predictP1812 } from '../../desks/spectrum/engine/p1812/predict.ts';
import { type Intermediate, intermediatesOf, stepsOf } from './intermediates.ts';

/** Models that `ufuq spectrum path` offers, with their full names. */
export const PATH_MODELS = {
  p1812: 'ITU-R P.1812-8',
  p452: 'ITU-R P.452-18',
  p1546: 'ITU-R P.1546-6',
} as const;

export type PathModel = keyof typeof PATH_MODELS;

/** What a model answers to a link, whichever it is. */
export interface PathAnswer {
  readonly lossDb: number;
  /** for 1 kW e.r.p., dB(µV/m) */
  readonly fieldDbuV: number;
  readonly rows: readonly Intermediate[];
}

/** Places and their spread, which P.452 does not know. */
export interface Locations {
  readonly locationPercent: number;
  readonly locationDeviationDb: number;
}

/** Asks one model. Throws `PropagationInputError` for what it does not allow. */
export function askModel(model: PathModel, link: LinkInput, locations: Locations): PathAnswer {
  if (model === 'p1546') {
    const { path, timePercent, txHeightM, rxHeightM, frequencyGHz } = link;
    const clutterM = path.clutterM;
    const result = predictP1546({
      path,
      frequencyMHz: frequencyGHz * 1000,
      timePercent,
      txHeightM,
      rxHeightM,
      ...locations,
      ...(clutterM && { txClutterM: clutterM[0]!, rxClutterM: clutterM[clutterM.length - 1]! }),
    });
    return { lossDb: result.lossDb, fieldDbuV: result.fieldDbuV, rows: stepsOf(result) };
  }
  const result = model === 'p452' ? predictP452(link) : predictP1812({ ...link, ...locations });
  const fieldDbuV = fieldFromLossDbuV(link.frequencyGHz, result.Lb);
  return { lossDb: result.Lb, fieldDbuV, rows: intermediatesOf(result) };
}
