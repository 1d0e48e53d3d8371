import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GeodesicRay, geodesicBetween } from './geodesic.ts';
import { GeodesicLine } from './geodesic-line.ts';
import { greatCircleKm, pointOnGreatCircle } from './geodesic-sphere.ts';

test('a degree of latitude and of the equator have their known WGS 84 lengths', () => {
  expect(geodesicBetween(0, 0, 1, 0).distanceM).toBeCloseTo(111_319.491, 2);
  expect(geodesicBetween(0, 0, 0, 1).distanceM).toBeCloseTo(110_574.389, 2);
  expect(geodesicBetween(0, 0, 0, 90).distanceM).toBeCloseTo(10_001_965.729, 2);
});

test('the antimeridian is no barrier', () => {
  const across = geodesicBetween(179.5, 10, -179.5, 10);
  const elsewhere = geodesicBetween(0, 10, 1, 10);
  expect(across.distanceM).toBeCloseTo(elsewhere.distanceM, 6);
  expect(across.azimuthDeg).toBeCloseTo(elsewhere.azimuthDeg, 9);
});

test('points that are nearly antipodal are refused, not guessed', () => {
  expect(() => geodesicBetween(0, 0, 179.7, 0.1)).toThrow(RangeError);
});

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -75, max: 75, noNaN: true });
const azimuth = fc.double({ min: 0, max: 359.9, noNaN: true });

test('going out along an azimuth and asking back returns distance and azimuth', () => {
  fc.assert(
    fc.property(longitude, latitude, azimuth, fc.integer({ min: 100, max: 3_000_000 }), (lon, lat, az, m) => {
      const ray = new GeodesicRay().aim(lon, lat, az).at(m);
      const back = geodesicBetween(lon, lat, ray.lon, ray.lat);
      expect(Math.abs(back.distanceM - m)).toBeLessThan(0.001);
      const turn = Math.abs(back.azimuthDeg - az) % 360;
      expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-4);
    }),
  );
});

test.each([
  { most: 60, boundM: 0.005 },
  { most: 75, boundM: 0.02 },
])('laid points stand on the geodesic to $boundM m up to $most degrees of latitude', ({ most, boundM }) => {
  const lon = new Float64Array(3000);
  const lat = new Float64Array(3000);
  const line = new GeodesicLine();
  const exact = new GeodesicRay();
  fc.assert(
    fc.property(
      longitude,
      fc.double({ min: -most, max: most, noNaN: true }),
      azimuth,
      fc.constantFrom(30, 90, 700),
      (startLon, startLat, az, step) => {
        const count = Math.min(3000, Math.floor(300_000 / step));
        line.lay(startLon, startLat, az, step, count, lon, lat);
        exact.aim(startLon, startLat, az);
        for (let i = 0; i < count; i += 97) {
          exact.at(i * step);
          const north = (lat[i]! - exact.lat) * 111_000;
          const east = (lon[i]! - exact.lon) * 111_000 * Math.cos((exact.lat * Math.PI) / 180);
          expect(Math.hypot(north, east)).toBeLessThan(boundM);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('the point half-way on a great circle is as far from both ends', () => {
  fc.assert(
    fc.property(longitude, latitude, longitude, latitude, (lon1, lat1, lon2, lat2) => {
      const whole = greatCircleKm(lon1, lat1, lon2, lat2);
      const [lon, lat] = pointOnGreatCircle(lon1, lat1, lon2, lat2, whole / 2);
      expect(greatCircleKm(lon1, lat1, lon, lat)).toBeCloseTo(whole / 2, 5);
      expect(greatCircleKm(lon, lat, lon2, lat2)).toBeCloseTo(whole / 2, 5);
    }),
  );
});
