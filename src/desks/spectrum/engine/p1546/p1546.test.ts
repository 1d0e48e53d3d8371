import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curveFieldDbuV } from './curve-field.ts';
import { CURVE_DISTANCES_KM, CURVE_HEIGHTS_M, CURVE_TABLES } from './curve-tables.ts';
import { heightConversionDb } from './height-conversion.ts';
import { maximumFieldDbuV } from './maximum-field.ts';
import { mixedPathFieldDbuV } from './mixed-path.ts';
import { predictP1546 } from './predict.ts';

const surface = fc.constantFrom('land' as const, 'cold-sea' as const, 'warm-sea' as const);
const frequency = fc.double({ min: 100, max: 4000, noNaN: true });
const time = fc.double({ min: 1, max: 50, noNaN: true });
const height = fc.double({ min: 10, max: 3000, noNaN: true });

test('24 tables fall with distance and rise with height', () => {
  expect(Object.keys(CURVE_TABLES)).toHaveLength(24);
  expect([...CURVE_DISTANCES_KM.slice(18, 23)]).toEqual([19, 20, 25, 30, 35]);
  for (const table of Object.values(CURVE_TABLES)) {
    for (let i = 0; i < 78; i++) {
      for (let k = 0; k < 8; k++) {
        if (i > 0) expect(table[i * 8 + k]!).toBeLessThan(table[(i - 1) * 8 + k]!);
        if (k > 0) expect(table[i * 8 + k]!).toBeGreaterThanOrEqual(table[i * 8 + k - 1]!);
      }
    }
  }
});

test('a curve is read exactly at its nodes', () => {
  for (const [i, k] of [
    [0, 0],
    [19, 3],
    [40, 7],
    [77, 5],
  ] as const) {
    const at = {
      frequencyMHz: 600,
      timePercent: 10,
      heightM: CURVE_HEIGHTS_M[k]!,
      distanceKm: CURVE_DISTANCES_KM[i]!,
    };
    expect(curveFieldDbuV({ ...at, surface: 'land' })).toBeCloseTo(
      CURVE_TABLES['land-600-10']![i * 8 + k]!,
      9,
    );
  }
});

test('no field exceeds the maximum, and the field falls with distance', () => {
  fc.assert(
    fc.property(
      surface,
      frequency,
      time,
      height,
      fc.double({ min: 1, max: 900, noNaN: true }),
      (s, f, t, h, d) => {
        const q = { surface: s, frequencyMHz: f, timePercent: t, heightM: h, distanceKm: d };
        expect(curveFieldDbuV(q)).toBeLessThanOrEqual(maximumFieldDbuV(d, s === 'land' ? 0 : 1, t));
        expect(curveFieldDbuV({ ...q, distanceKm: d * 1.1 })).toBeLessThan(curveFieldDbuV(q) + 1e-9);
      },
    ),
  );
});

test('a mixed path lies between land and sea, and meets both at its ends', () => {
  expect(mixedPathFieldDbuV(30, 50, 0)).toBe(30);
  expect(mixedPathFieldDbuV(30, 50, 1)).toBe(50);
  let last = 30;
  for (const part of [0.1, 0.4, 0.7, 0.95]) {
    const field = mixedPathFieldDbuV(30, 50, part);
    expect(field).toBeGreaterThan(last);
    last = field;
  }
  expect(last).toBeLessThan(50);
});

test('two points are enough for a short path, and one is not', () => {
  const input = { frequencyMHz: 600, timePercent: 50, txHeightM: 30, rxHeightM: 10, locationDeviationDb: 0 };
  const near = predictP1546({ ...input, path: { distanceKm: [0, 0.1], terrainM: [0, 0] } });
  expect(near.fieldDbuV).toBeGreaterThan(115);
  expect(near.fieldDbuV).toBeLessThanOrEqual(near.Emax);
  expect(() => predictP1546({ ...input, path: { distanceKm: [0], terrainM: [0] } })).toThrow(/at least 2/);
});

test('a field at 3 m is weaker than at 10 m, and the way back undoes it', () => {
  const down = heightConversionDb('open', 430, 10, 3, 10, 50, 20);
  expect(down).toBeLessThan(-8);
  expect(heightConversionDb('open', 430, 3, 10, 10, 50, 20)).toBeCloseTo(-down, 9);
});
