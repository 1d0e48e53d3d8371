import fc from 'fast-check';
import { expect, test } from 'vitest';
import { p1812 } from '../p1812/p1812.ts';
import { type P1812Parameters, P1812Result } from '../p1812/result.ts';
import { measureZones, ZONE_COASTAL, ZONE_INLAND, ZONE_SEA } from '../path/zone.ts';
import { RadialSweep } from './radial-sweep.ts';
import type { Ray } from './ray.ts';

const base: P1812Parameters = {
  frequencyGHz: 0.6,
  timePercent: 10,
  locationPercent: 50,
  txHeightM: 30,
  rxHeightM: 10,
  isVertical: true,
  deltaN: 45,
  surfaceN: 325,
  latitudeDeg: 40,
  dctKm: 500,
  dcrKm: 500,
  longestLandKm: 1,
  longestInlandKm: 1,
  seaFraction: 0,
  locationDeviationDb: 0,
};

/** Terrain of random waves, with sea where `seaFrom` says and clutter where asked. */
function makeRay(seed: number, roughness: number, hasClutter: boolean, seaFrom: number): Ray {
  const count = 240;
  const distanceKm = Float64Array.from({ length: count }, (_, i) => i * 0.25);
  const terrainM = distanceKm.map(
    (d) => roughness * (1.2 + Math.sin(d / 3.1 + seed) + 0.4 * Math.sin(d / 0.7 + 3 * seed)),
  );
  const zone = Uint8Array.from(distanceKm, (_, i) =>
    i < seaFrom ? ZONE_INLAND : i < seaFrom + 8 ? ZONE_COASTAL : ZONE_SEA,
  );
  const surfaceM = hasClutter ? terrainM.map((h, i) => h + (i > 0 && i % 5 === 0 ? 15 : 0)) : terrainM;
  const lat = distanceKm.map((d) => 40 + d / 111.2);
  return { distanceKm, terrainM, surfaceM, count, lat, zone };
}

test('every point of a sweep is the point-to-point answer', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 6, noNaN: true }),
      fc.constantFrom(0, 5, 60, 400),
      fc.boolean(),
      fc.constantFrom(40, 150, 999),
      fc.constantFrom(1, 10, 50),
      (seed, roughness, hasClutter, seaFrom, timePercent) => {
        const ray = makeRay(seed, roughness, hasClutter, seaFrom);
        const parameters = { ...base, timePercent };
        const swept = new Float64Array(ray.count);
        new RadialSweep(ray.count).sweep(ray, parameters, swept);
        const result = new P1812Result();
        for (let k = 2; k < ray.count; k += 7) {
          // the last point of a path is a terminal and carries no clutter
          const surfaceM = ray.surfaceM.slice();
          surfaceM[k] = ray.terrainM[k]!;
          const part = {
            distanceKm: ray.distanceKm,
            terrainM: ray.terrainM,
            surfaceM: hasClutter ? surfaceM : ray.terrainM,
            count: k + 1,
          };
          const zones = measureZones(ray.distanceKm, ray.zone!, k + 1, {
            longestLandKm: 0,
            longestInlandKm: 0,
            seaFraction: 0,
          });
          const latitudeDeg = 40 + ray.distanceKm[k]! / 2 / 111.2;
          const alone = p1812(part, { ...parameters, ...zones, latitudeDeg }, result).Lb;
          expect(Math.abs(swept[k]! - alone)).toBeLessThan(1e-6);
        }
      },
    ),
    { numRuns: 40 },
  );
});
