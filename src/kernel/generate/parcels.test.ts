import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { addressOf } from './addresses.ts';
import { buildingsOf } from './buildings.ts';
import { generateLots } from './lots.ts';
import { generateParcels, type ParcelOptions } from './parcels.ts';
import { overlaps, signedArea, within } from './plane.ts';

const town: ParcelOptions = { seed: 42, count: 1500, origin: [49.66, 40.58], kind: 'town', turnDeg: 11 };
const village: ParcelOptions = { seed: 7, count: 600, origin: [47.86, 40.97], kind: 'village', turnDeg: -20 };

test.each([town, village])(
  'no two parcels of the $kind overlap, and none is empty or clockwise',
  (options) => {
    const rings = [...generateParcels(options)].map((parcel) => parcel.geometry.coordinates[0]!);
    expect(rings).toHaveLength(options.count);
    for (const ring of rings) expect(signedArea(ring)).toBeGreaterThan(0);
    const faults: [number, number][] = [];
    for (const [a, b] of nearby(rings)) if (overlaps(rings[a]!, rings[b]!)) faults.push([a, b]);
    expect(faults).toEqual([]);
  },
);

test('a parcel pushed twenty centimetres into its neighbour is found out', () => {
  const [first, second] = [...generateParcels({ ...town, count: 2, turnDeg: 0 })].map(
    (parcel) => parcel.geometry.coordinates[0]!,
  );
  expect(overlaps(first!, second!)).toBe(false);
  const pushed = second!.map(([x, y]) => [x! - 2.4e-6, y!]);
  expect(overlaps(first!, pushed)).toBe(true);
});

test('neighbours share whole edges', () => {
  const edges = new Map<string, number>();
  for (const { geometry } of generateParcels(town)) {
    const ring = geometry.coordinates[0]!;
    for (let i = 0; i + 1 < ring.length; i++) {
      const key = [String(ring[i]), String(ring[i + 1])].sort().join(' ');
      edges.set(key, (edges.get(key) ?? 0) + 1);
    }
  }
  const shared = [...edges.values()].filter((count) => count === 2).length;
  expect(Math.max(...edges.values())).toBe(2);
  expect(shared / town.count).toBeGreaterThan(1.5);
});

test('buildings and address points lie inside their parcel, and buildings keep apart', () => {
  for (const lot of generateLots(village)) {
    const buildings = buildingsOf(lot, 'GEN');
    for (const building of buildings)
      for (const corner of building.geometry.coordinates[0]!) expect(within(corner, lot.ring)).toBe(true);
    if (buildings.length === 2) {
      const [a, b] = buildings.map((building) => building.geometry.coordinates[0]!);
      expect(overlaps(a!, b!)).toBe(false);
    }
    expect(within(addressOf(lot, 'GEN').geometry.coordinates, lot.ring)).toBe(true);
  }
});

test('the same seed gives the same parcels; another seed gives others', () => {
  const first = JSON.stringify([...generateParcels({ ...town, count: 40 })]);
  expect(JSON.stringify([...generateParcels({ ...town, count: 40 })])).toBe(first);
  expect(JSON.stringify([...generateParcels({ ...town, count: 40, seed: 43 })])).not.toBe(first);
});

test('the area in square metres agrees with the ring', () => {
  for (const { geometry, properties } of generateParcels({ ...town, count: 100 })) {
    expect(properties.area_m2).toBeGreaterThan(200);
    expect(properties.area_m2).toBeLessThan(1500);
    const degrees = signedArea(geometry.coordinates[0]!);
    expect(degrees * 84_680 * 111_040).toBeCloseTo(properties.area_m2, -1);
  }
});

/** Pairs of rings whose boxes share a cell of a grid: all pairs that could overlap. */
function* nearby(rings: readonly Position[][]): Iterable<[number, number]> {
  const cell = 0.0006;
  const grid = new Map<string, number[]>();
  for (const [index, ring] of rings.entries()) {
    const [xs, ys] = [ring.map((p) => p[0]!), ring.map((p) => p[1]!)];
    for (let x = Math.floor(Math.min(...xs) / cell); x <= Math.floor(Math.max(...xs) / cell); x++)
      for (let y = Math.floor(Math.min(...ys) / cell); y <= Math.floor(Math.max(...ys) / cell); y++) {
        const key = `${x} ${y}`;
        const there = grid.get(key) ?? [];
        for (const other of there) yield [other, index];
        grid.set(key, [...there, index]);
      }
  }
}
