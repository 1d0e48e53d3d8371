import { expect, test } from 'vitest';
import { parseRefractivityMap, refractivityAt } from './refractivity-map.ts';

/** 1.5° steps as in the ITU-R files; the value is 300 + latitude + a wave in longitude. */
const rows = Array.from({ length: 121 }, (_, r) =>
  Array.from(
    { length: 241 },
    (_, c) => 300 + (90 - 1.5 * r) + Math.round(10 * Math.sin((1.5 * c * Math.PI) / 180)),
  ).join(' '),
);
const map = parseRefractivityMap(rows.join('\r\n'));

test('a map is read at its nodes, between them, at the poles and across 0°', () => {
  expect([map.rows, map.columns]).toEqual([121, 241]);
  expect(refractivityAt(map, 90, 45)).toBe(355);
  expect(refractivityAt(map, 90, 45.75)).toBeCloseTo(355.75, 9);
  expect(refractivityAt(map, -90, 0)).toBe(290);
  expect(refractivityAt(map, 0, 90)).toBe(390);
  expect(refractivityAt(map, -1e-9, -90)).toBeCloseTo(210, 6);
});

test('a file that is no grid is refused by line', () => {
  expect(() => parseRefractivityMap('1 2\n3\n')).toThrow('line 2 does not hold 2 numbers');
  expect(() => parseRefractivityMap('1 x\n3 4')).toThrow('line 1');
  expect(() => parseRefractivityMap('')).toThrow('2 × 2');
});
