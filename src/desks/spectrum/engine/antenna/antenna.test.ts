import fc from 'fast-check';
import { expect, test } from 'vitest';
import { antennaAttenuationDb } from './antenna.ts';
import { necessaryBandwidthKHz } from './emission-designator.ts';
import { normalisePattern, patternAttenuationDb } from './pattern-table.ts';
import { bandwidthConversionDb, eirpFromErpDbW, erpFromEirpDbW } from './power.ts';
import { elevationWidthDeg, sectorGainDbi } from './sector-f1336.ts';
import { tiltElectrically, tiltMechanically } from './tilt.ts';

const degrees = fc.double({ min: -720, max: 720, noNaN: true });

test('a normalised pattern has its best direction at zero and is never negative between its points', () => {
  const pair = fc.tuple(
    fc.double({ min: 0, max: 359, noNaN: true }),
    fc.double({ min: -30, max: 60, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), degrees, (pairs, angle) => {
      const pattern = normalisePattern(pairs);
      expect(Math.min(...pattern.attenuationDb)).toBe(0);
      expect(patternAttenuationDb(pattern, angle)).toBeGreaterThanOrEqual(0);
      expect(patternAttenuationDb(pattern, angle)).toBeCloseTo(patternAttenuationDb(pattern, angle + 360), 6);
    }),
  );
});

test('a pattern is read between its points and over north', () => {
  const pattern = normalisePattern([
    [0, 0],
    [90, 10],
    [180, 20],
    [270, 10],
  ]);
  expect(patternAttenuationDb(pattern, 45)).toBe(5);
  expect(patternAttenuationDb(pattern, 315)).toBe(5);
  expect(patternAttenuationDb(pattern, -90)).toBe(10);
  expect(() => normalisePattern([])).toThrow(/at least one/);
});

test('a sector is strongest ahead, symmetric, and 3 dB down at half its widths', () => {
  const sector = { gainDbi: 18, azimuthWidthDeg: 65 };
  const width = elevationWidthDeg(18, 65);
  expect(sectorGainDbi(sector, 0, 0)).toBe(18);
  expect(sectorGainDbi(sector, 32.5, 0)).toBeCloseTo(15, 9);
  expect(sectorGainDbi(sector, 0, width / 2)).toBeCloseTo(15, 9);
  fc.assert(
    fc.property(degrees, fc.double({ min: -90, max: 90, noNaN: true }), (azimuth, elevation) => {
      const gain = sectorGainDbi(sector, azimuth, elevation);
      expect(gain).toBeLessThanOrEqual(18);
      expect(gain).toBeCloseTo(sectorGainDbi(sector, -azimuth, -elevation), 6);
    }),
  );
});

test('tilt moves the beam down where it points', () => {
  expect(tiltMechanically({ azimuthDeg: 0, elevationDeg: -6 }, 6).elevationDeg).toBeCloseTo(0, 9);
  expect(tiltMechanically({ azimuthDeg: 180, elevationDeg: 6 }, 6).elevationDeg).toBeCloseTo(0, 9);
  expect(tiltElectrically({ azimuthDeg: 180, elevationDeg: -6 }, 6).elevationDeg).toBeCloseTo(0, 9);
  const sector = { gainDbi: 18, azimuthWidthDeg: 65 };
  expect(antennaAttenuationDb({ sector, azimuthDeg: 120, mechanicalTiltDeg: 4 }, 120, -4)).toBeCloseTo(0, 9);
  expect(antennaAttenuationDb({}, 77, 3)).toBe(0);
});

test('powers, bandwidths and designators', () => {
  expect(erpFromEirpDbW(eirpFromErpDbW(13))).toBe(13);
  expect(bandwidthConversionDb(10_000, 5000)).toBeCloseTo(-3.0103, 4);
  expect(bandwidthConversionDb(25, 5000)).toBe(0);
  expect(necessaryBandwidthKHz('16K0F3E')).toBe(16);
  expect(necessaryBandwidthKHz('8M00G7W')).toBe(8000);
  expect(necessaryBandwidthKHz('400HA1A')).toBeCloseTo(0.4, 12);
  expect(() => necessaryBandwidthKHz('F3E')).toThrow(/16K0F3E/);
});
