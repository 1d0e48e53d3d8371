import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predictP452 } from '../p452/predict.ts';
import { type P1812Input, predictP1812 } from './predict.ts';

function flat(lengthKm: number, points = 60, heightM = 0) {
  return {
    distanceKm: Array.from({ length: points }, (_, i) => (lengthKm * i) / (points - 1)),
    terrainM: new Array<number>(points).fill(heightM),
  };
}

const base = {
  frequencyGHz: 0.6,
  timePercent: 50,
  locationDeviationDb: 0,
  txHeightM: 30,
  rxHeightM: 10,
  polarisation: 'vertical',
  deltaN: 40,
  surfaceN: 325,
  latitudeDeg: 40,
} as const satisfies Omit<P1812Input, 'path'>;

const frequency = fc.double({ min: 0.1, max: 6, noNaN: true });
const height = fc.double({ min: 5, max: 300, noNaN: true });

test('over flat ground the loss grows with distance', () => {
  fc.assert(
    fc.property(
      frequency,
      height,
      fc.double({ min: 1, max: 200, noNaN: true }),
      (frequencyGHz, txHeightM, km) => {
        const loss = (length: number) =>
          predictP1812({ ...base, frequencyGHz, txHeightM, path: flat(length) }).Lb;
        expect(loss(km * 1.2)).toBeGreaterThan(loss(km));
      },
    ),
    { numRuns: 60 },
  );
});

test('the loss grows as the field must be exceeded for more of the time and at more of the places', () => {
  const path = flat(60);
  const byTime = [1, 5, 10, 30, 50].map((timePercent) => predictP1812({ ...base, timePercent, path }).Lb);
  const byPlace = [5, 25, 50, 75, 95].map(
    (locationPercent) => predictP1812({ ...base, locationPercent, locationDeviationDb: 5.5, path }).Lb,
  );
  for (const losses of [byTime, byPlace]) {
    for (let i = 1; i < losses.length; i++) expect(losses[i]!).toBeGreaterThan(losses[i - 1]!);
  }
});

test('both methods answer alike from either end of an inland path', () => {
  const terrain = fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(terrain, frequency, height, height, (terrainM, frequencyGHz, txHeightM, rxHeightM) => {
      const { distanceKm } = flat(80, 40);
      const there = { ...base, frequencyGHz, txHeightM, rxHeightM, path: { distanceKm, terrainM } };
      const back = {
        ...there,
        txHeightM: rxHeightM,
        rxHeightM: txHeightM,
        path: { distanceKm, terrainM: terrainM.toReversed() },
      };
      expect(predictP1812(back).Lb).toBeCloseTo(predictP1812(there).Lb, 6);
      expect(predictP452(back).Lb).toBeCloseTo(predictP452(there).Lb, 6);
    }),
    { numRuns: 60 },
  );
});

test('raising the ground under a whole path changes nothing', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (lift) => {
      // near the ground only: over-sea coupling looks at heights above sea level, and here there is no sea
      const low = predictP1812({ ...base, path: flat(30) }).Lb;
      expect(predictP1812({ ...base, path: flat(30, 60, lift) }).Lb).toBeCloseTo(low, 9);
    }),
  );
});
