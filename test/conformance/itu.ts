import type { SetOutcome } from './itu/outcome.ts';
import { verifyP452 } from './itu/p452.ts';
import { verifyP1546 } from './itu/p1546.ts';
import { verifyP1812 } from './itu/p1812.ts';

/**
 * Holds the propagation engine to the validation examples of ITU-R Working Parties 3K and 3M.
 *
 * @param referenceDir the folder `itu` of the reference data
 * @returns one outcome per Recommendation, with every failing case
 */
export async function verifyItu(referenceDir: string): Promise<SetOutcome[]> {
  return [verifyP1812(referenceDir), verifyP452(referenceDir), verifyP1546(referenceDir)];
}
