import { expect, test } from 'vitest';
import { isOnEarth, rangeFaults } from './geometry-range.ts';

test('rounding may carry a coordinate past the antimeridian or a pole, more may not', () => {
  expect(isOnEarth(180.00000000000006, -90.00000000000001)).toBe(true);
  expect(isOnEarth(180.00001, 0)).toBe(false);
  expect(isOnEarth(0, 90.00001)).toBe(false);
});

test('a place that only fits with its axes exchanged says so', () => {
  expect(rangeFaults({ type: 'Point', coordinates: [40.4, 149.9] }).map(({ code }) => code)).toEqual([
    'coordinate-out-of-range',
    'axes-swapped-suspected',
  ]);
});
