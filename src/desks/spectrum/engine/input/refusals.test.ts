import { expect, test } from 'vitest';
import { predictP452 } from '../p452/predict.ts';
import { predictP1546 } from '../p1546/predict.ts';
import { type P1812Input, predictP1812 } from '../p1812/predict.ts';
import { PropagationInputError } from './propagation-input-error.ts';

const good: P1812Input = {
  path: { distanceKm: [0, 1, 2, 3], terrainM: [10, 20, 30, 20] },
  frequencyGHz: 0.9,
  timePercent: 10,
  txHeightM: 30,
  rxHeightM: 10,
  polarisation: 'vertical',
  deltaN: 40,
  surfaceN: 325,
  latitudeDeg: 40,
};

/** What a refusal says, as `pointer code` lines; fails where nothing is refused. */
function refusal(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(PropagationInputError);
    return (error as PropagationInputError).violations.map((v) => `${v.pointer} ${v.code}`);
  }
  throw new Error('nothing was refused');
}

const path = (distanceKm: number[], terrainM: number[]) => ({ ...good, path: { distanceKm, terrainM } });

test('good input is answered', () => {
  expect(predictP1812(good).Lb).toBeGreaterThan(80);
  expect(predictP452({ ...good, frequencyGHz: 6 }).Lb).toBeGreaterThan(90);
});

test.each<[string, P1812Input, string]>([
  ['a one-point profile', path([0], [5]), '/path/distanceKm profile-too-short'],
  ['a two-point profile', path([0, 1], [5, 6]), '/path/distanceKm profile-too-short'],
  ['descending distances', path([0, 2, 1], [1, 1, 1]), '/path/distanceKm/2 distance-not-ascending'],
  ['repeated distances', path([0, 1, 1], [1, 1, 1]), '/path/distanceKm/2 distance-not-ascending'],
  [
    'a profile that begins elsewhere',
    path([1, 2, 3], [1, 1, 1]),
    '/path/distanceKm/0 distance-not-from-zero',
  ],
  ['NaN in a distance', path([0, Number.NaN, 3], [1, 1, 1]), '/path/distanceKm/1 not-a-number'],
  ['NaN in a height', path([0, 1, 2], [1, Number.NaN, 1]), '/path/terrainM/1 not-a-number'],
  ['a profile of voids', path([0, 1, 2], [Number.NaN, Number.NaN, Number.NaN]), '/path/terrainM void-only'],
  ['arrays of unlike length', path([0, 1, 2], [1, 1]), '/path/terrainM lengths-differ'],
  ['too long a path', path([0, 1, 4000], [1, 1, 1]), '/path/distanceKm out-of-range'],
  [
    'an unknown zone',
    { ...good, path: { ...good.path, zone: ['inland', 'lake', 'sea', 'sea'] } },
    '/path/zone/1 unknown-zone',
  ],
  ['a frequency out of range', { ...good, frequencyGHz: 7 }, '/frequencyGHz out-of-range'],
  ['a percentage of time out of range', { ...good, timePercent: 0.5 }, '/timePercent out-of-range'],
  ['a percentage of places out of range', { ...good, locationPercent: 100 }, '/locationPercent out-of-range'],
  ['a height of zero', { ...good, txHeightM: 0 }, '/txHeightM out-of-range'],
  ['NaN for a height', { ...good, rxHeightM: Number.NaN }, '/rxHeightM not-a-number'],
  ['no place at all', { ...good, latitudeDeg: undefined }, '/latitudeDeg missing'],
  [
    'a polarisation that is none',
    { ...good, polarisation: 'slant' as 'vertical' },
    '/polarisation unknown-value',
  ],
  ['refractivity out of range', { ...good, deltaN: 157 }, '/deltaN out-of-range'],
  [
    'negative clutter',
    { ...good, path: { ...good.path, clutterM: [0, -1, 0, 0] } },
    '/path/clutterM/1 out-of-range',
  ],
])('%s is refused', (_, input, expected) => {
  expect(refusal(() => predictP1812(input))).toContain(expected);
});

test('everything that is wrong is said at once, with what is allowed', () => {
  const bad = { ...good, frequencyGHz: 60, timePercent: 60, surfaceN: Number.NaN };
  expect(refusal(() => predictP1812(bad))).toEqual([
    '/frequencyGHz out-of-range',
    '/timePercent out-of-range',
    '/surfaceN not-a-number',
  ]);
  expect(() => predictP1812(bad)).toThrow('is 60 GHz; allowed is 0.03 to 6 GHz.');
});

test('P.452 and P.1546 have ranges of their own', () => {
  expect(refusal(() => predictP452({ ...good, frequencyGHz: 0.05, timePercent: 0.0001 }))).toEqual([
    '/frequencyGHz out-of-range',
    '/timePercent out-of-range',
  ]);
  const p1546 = { path: good.path, frequencyMHz: 5000, timePercent: 10, txHeightM: 30, rxHeightM: 10 };
  expect(refusal(() => predictP1546(p1546))).toEqual(['/frequencyMHz out-of-range']);
});
