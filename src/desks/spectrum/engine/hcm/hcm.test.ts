import { expect, test } from 'vitest';
import { HCM_ANNEX_1, shortPathFieldDbuV } from './land-mobile.ts';
import { ruleFor, widebandAllowanceDb } from './rule-table.ts';

test('a frequency finds its band, and none between bands', () => {
  expect(ruleFor(HCM_ANNEX_1, 460)).toMatchObject({ fieldDbuV: 20, rangeKm: 50 });
  expect(ruleFor(HCM_ANNEX_1, 150)).toBeUndefined();
});

test('wideband allowance begins at 25 kHz and follows the slope of the norm', () => {
  expect(widebandAllowanceDb(12.5, 6)).toBe(0);
  expect(widebandAllowanceDb(250, 6)).toBeCloseTo(6, 9);
  expect(widebandAllowanceDb(250, 10)).toBeCloseTo(10, 9);
});

test('1 kW e.r.p. at one kilometre in the clear is 106.9 dBµV/m', () => {
  expect(shortPathFieldDbuV(30, 460, 1, true)).toBeCloseTo(106.9, 1);
  expect(shortPathFieldDbuV(30, 460, 1.1, true)).toBeUndefined();
  expect(shortPathFieldDbuV(30, 460, 0.5, false)).toBeUndefined();
});
