import { expect, test } from 'vitest';
import { zonesFromSea } from './path-zones.ts';

test('land near the sea and low is coastal, the rest inland; the ends know how far the coast is', () => {
  const distanceKm = [0, 20, 40, 60, 80, 100, 180];
  const terrainM = [50, 300, 20, 0, 0, 30, 30];
  const isSea = [false, false, false, true, true, false, false];
  expect(zonesFromSea(distanceKm, terrainM, isSea)).toEqual({
    zone: ['inland', 'inland', 'coastal', 'sea', 'sea', 'coastal', 'inland'],
    dctKm: 60,
    dcrKm: 100,
  });
});

test('a path without sea is inland', () => {
  const { zone, dctKm, dcrKm } = zonesFromSea([0, 1, 2], [0, 0, 0], [false, false, false]);
  expect(zone).toEqual(['inland', 'inland', 'inland']);
  expect([dctKm, dcrKm]).toEqual([500, 500]);
});
