import fc from 'fast-check';
import { expect, test } from 'vitest';
import { p1812 } from '../p1812/p1812.ts';
import { P1812Result } from '../p1812/result.ts';
import { TerrainMap } from '../terrain/terrain-map.ts';
import { createTile } from '../terrain/tile.ts';
import { pointsOnLines } from './border-points.ts';
import { offsetLine } from './offset-line.ts';
import { StationScreener } from './screen-station.ts';
import { screenBorder } from './screening.ts';
import type { ScreeningTask } from './screening-task.ts';
import type { Station } from './station.ts';
import { fieldBoundDbuV } from './upper-bound.ts';

const side = 601;
const tile = createTile({
  name: 'hills',
  source: '',
  hash: '',
  west: 45,
  north: 41,
  stepLon: 1 / 300,
  stepLat: 1 / 300,
  columns: side,
  rows: side,
  heights: Int16Array.from({ length: side * side }, (_, i) => {
    const x = i % side;
    const y = Math.floor(i / side);
    return 600 + 300 * Math.sin(x / 31) * Math.cos(y / 27) + 80 * Math.sin(x / 5 + y / 7);
  }),
  voidValue: -32768,
});
const line = {
  name: 'border',
  coordinates: [
    [45.2, 40.5],
    [45.8, 40.6],
    [46.4, 40.5],
  ] as [number, number][],
};
const task: ScreeningTask = {
  points: pointsOnLines([line], 4),
  rxHeightM: 10,
  timePercent: 10,
  locationPercent: 50,
  deltaN: 38,
  surfaceN: 325,
  limitDbuV: 20,
  rangeKm: 80,
  profileStepKm: 0.25,
  find: 'worst',
};
const stations: Station[] = Array.from({ length: 24 }, (_, i) => ({
  id: `s${i}`,
  lon: 45.3 + (i % 6) * 0.2,
  lat: 40.05 + Math.floor(i / 6) * 0.06,
  heightM: 20 + i,
  frequencyMHz: [160, 430, 900][i % 3]!,
  erpDbW: -20 + 2 * i,
  polarisation: 'vertical',
}));

test('the bound is never below the model, over random paths of every kind', () => {
  const result = new P1812Result();
  const count = 60;
  const distanceKm = new Float64Array(count);
  const terrainM = new Float64Array(count);
  const heights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: count,
    maxLength: count,
  });
  fc.assert(
    fc.property(
      heights,
      fc.constantFrom(0, 10, 200, 2000),
      fc.double({ min: 0.3, max: 300, noNaN: true }),
      fc.double({ min: 30, max: 6000, noNaN: true }),
      fc.double({ min: 1, max: 50, noNaN: true }),
      fc.double({ min: 1, max: 500, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (random, relief, length, frequencyMHz, timePercent, height, sea) => {
        for (let i = 0; i < count; i++) {
          distanceKm[i] = (length * i) / (count - 1);
          terrainM[i] = relief * random[i]!;
        }
        const { Ep } = p1812(
          { distanceKm, terrainM, surfaceM: terrainM, count },
          {
            frequencyGHz: frequencyMHz / 1000,
            timePercent,
            locationPercent: 50,
            txHeightM: height,
            rxHeightM: 10,
            isVertical: true,
            deltaN: 45,
            surfaceN: 325,
            latitudeDeg: 40,
            dctKm: 3,
            dcrKm: 3,
            longestLandKm: length * (1 - sea),
            longestInlandKm: (length * (1 - sea)) / 2,
            seaFraction: sea,
            locationDeviationDb: 0,
          },
          result,
        );
        expect(fieldBoundDbuV(30, frequencyMHz, length, timePercent)).toBeGreaterThanOrEqual(Ep - 1e-9);
      },
    ),
    { numRuns: 500 },
  );
});

test('stopping early finds the same worst point as asking the model everywhere', () => {
  const map = new TerrainMap([tile]);
  const early = new StationScreener(task, map);
  const everywhere = new StationScreener({ ...task, find: 'all', limitDbuV: -200 }, map);
  for (const station of stations) {
    const found = early.screen(station);
    const full = everywhere.screen(station);
    expect(full.modelled).toBe(full.inRange);
    if (full.worst!.fieldDbuV > task.limitDbuV) {
      expect(found.worst?.fieldDbuV).toBe(full.worst!.fieldDbuV);
      expect(found.worst?.atKm).toBe(full.worst!.atKm);
    }
    expect(found.modelled).toBeLessThanOrEqual(full.modelled);
  }
});

test('threads, cancelling and resuming come to the same result as one thread', async () => {
  const screener = new StationScreener(task, new TerrainMap([tile]));
  const expected = stations.map((station) => screener.screen(station));
  const progress: number[] = [];
  const whole = await screenBorder(stations, task, [tile], {
    threads: 2,
    onProgress: (done) => progress.push(done),
  });
  expect(whole).toEqual({ outcomes: expected, isComplete: true });
  expect(progress.at(-1)).toBe(stations.length);

  const stop = new AbortController();
  const half = await screenBorder(stations, task, [tile], {
    threads: 1,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(half.isComplete).toBe(false);
  expect(half.outcomes.length).toBeGreaterThan(0);
  expect(half.outcomes.length).toBeLessThan(stations.length);
  const again: string[] = [];
  const rest = await screenBorder(stations, task, [tile], {
    threads: 1,
    resume: half.outcomes,
    onOutcome: (outcome) => again.push(outcome.stationId),
  });
  expect(rest).toEqual({ outcomes: expected, isComplete: true });
  expect(again).toHaveLength(stations.length - half.outcomes.length);
}, 30_000);

test('points stand at vertices and at equal steps between; the x-km line keeps its distance', () => {
  expect(task.points[0]).toMatchObject({ lon: 45.2, lat: 40.5, atKm: 0 });
  for (let i = 1; i < task.points.length; i++) {
    expect(task.points[i]!.atKm - task.points[i - 1]!.atKm).toBeLessThanOrEqual(4.000001);
  }
  const moved = offsetLine(line, 6, 1);
  expect(moved.coordinates.length).toBeGreaterThan(50);
  expect(moved.coordinates.every(([, lat]) => lat < 40.56)).toBe(true);
  expect(() => pointsOnLines([{ name: 'x', coordinates: [[1, 2]] }], 1)).toThrow(/at least 2/);
});

test('bad stations are refused together', async () => {
  const bad = [
    { ...stations[0]!, frequencyMHz: 7000 },
    { ...stations[0]!, heightM: Number.NaN },
  ];
  await expect(screenBorder(bad, task, [tile])).rejects.toThrow(/7000 MHz[\s\S]*heightM[\s\S]*repeats/);
});
