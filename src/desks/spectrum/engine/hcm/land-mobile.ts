import { fieldFromLossDbuV, freeSpaceLossDb } from '../p525/free-space.ts';
import type { RuleTable } from './rule-table.ts';

/** HCM Agreement Annex 1, land mobile: an example table to start from, graded and sourced. */
export const HCM_ANNEX_1: RuleTable = {
  id: 'hcm-annex-1',
  version: 'HCM program 7.16 and HCM4A',
  source: 'HCM Agreement Annex 1; official program source; confirmed by the Austrian BFV, section 8',
  grade: 'A',
  rxHeightM: 10,
  timePercent: 10,
  continuousTimePercent: 1,
  bands: [
    { fromMHz: 29.7, toMHz: 47, fieldDbuV: 0, rangeKm: 100, referenceErpDbW: 3 },
    { fromMHz: 68, toMHz: 74.8, fieldDbuV: 6, rangeKm: 100, referenceErpDbW: 9 },
    { fromMHz: 75.2, toMHz: 87.5, fieldDbuV: 6, rangeKm: 100, referenceErpDbW: 9 },
    { fromMHz: 146, toMHz: 149.9, fieldDbuV: 12, rangeKm: 80, referenceErpDbW: 12 },
    { fromMHz: 150.05, toMHz: 174, fieldDbuV: 12, rangeKm: 80, referenceErpDbW: 12 },
    { fromMHz: 380, toMHz: 385, fieldDbuV: 18, rangeKm: 50, referenceErpDbW: 14 },
    { fromMHz: 390, toMHz: 395, fieldDbuV: 18, rangeKm: 50, referenceErpDbW: 14 },
    { fromMHz: 406.1, toMHz: 430, fieldDbuV: 20, rangeKm: 50, referenceErpDbW: 16 },
    { fromMHz: 440, toMHz: 470, fieldDbuV: 20, rangeKm: 50, referenceErpDbW: 16 },
    { fromMHz: 862, toMHz: 960, fieldDbuV: 26, rangeKm: 30, referenceErpDbW: 13 },
  ],
};

/**
 * The agreement's own rule for short paths: free space within 1 km where the first Fresnel zone is clear. Longer
 * paths take the curves of P.1546 (`p1546`), on whose ancestors the HCM figures stand.
 *
 * @returns dB(µV/m), or undefined where the rule does not apply
 */
export function shortPathFieldDbuV(
  erpDbW: number,
  frequencyMHz: number,
  distanceKm: number,
  isFirstFresnelZoneClear: boolean,
): number | undefined {
  if (distanceKm > 1 || !isFirstFresnelZoneClear) return undefined;
  return fieldFromLossDbuV(frequencyMHz / 1000, freeSpaceLossDb(frequencyMHz, distanceKm)) + erpDbW - 30;
}
