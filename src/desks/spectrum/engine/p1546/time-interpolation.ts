import { inverseComplementaryNormal } from '../math/inverse-normal.ts';

/** Between the nominal percentages of time 1, 10 and 50: P.1546-6 Annex 5 §7 eq. (16). */
export function timeInterpolate(timePercent: number, fieldAt: (nominal: number) => number): number {
  if (timePercent === 1 || timePercent === 10 || timePercent === 50) return fieldAt(timePercent);
  const [low, high] = timePercent < 10 ? [1, 10] : [10, 50];
  const q = inverseComplementaryNormal(timePercent / 100);
  const qLow = inverseComplementaryNormal(low! / 100);
  const qHigh = inverseComplementaryNormal(high! / 100);
  return (fieldAt(high!) * (qLow - q)) / (qLow - qHigh) + (fieldAt(low!) * (q - qHigh)) / (qLow - qHigh);
}
