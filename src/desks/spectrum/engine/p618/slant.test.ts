import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slantGasAttenuationDb } from '../p676/slant-attenuation.ts';
import { specificAttenuation } from '../p676/specific-attenuation.ts';
import { rainCoefficients } from '../p838/rain-coefficients.ts';
import { cloudAbsorption, cloudAttenuationDb } from '../p840/cloud-attenuation.ts';
import { rainAttenuation } from './rain-attenuation.ts';

test('rain coefficients are those that P.838-3 Table 5 prints', () => {
  expect(rainCoefficients(10, 0, 0).k).toBeCloseTo(0.01217, 5);
  expect(rainCoefficients(10, 0, 0).alpha).toBeCloseTo(1.2571, 4);
  expect(rainCoefficients(10, 0, 90).k).toBeCloseTo(0.01129, 5);
  expect(rainCoefficients(10, 0, 90).alpha).toBeCloseTo(1.2156, 4);
});

test('the 22 GHz vapour line and the 60 GHz oxygen band stand where they are', () => {
  const at = (f: number) => specificAttenuation(f, 1013.25 - 9.97, 288.15, 7.5);
  expect(at(22.235).waterVapour).toBeGreaterThan(2 * at(18).waterVapour);
  expect(at(60).oxygen).toBeGreaterThan(13);
  expect(at(60).oxygen).toBeLessThan(17);
});

test('rain attenuation falls with the percentage of time and grows with the rate', () => {
  const path = {
    frequencyGHz: 20,
    elevationDeg: 35,
    tiltDeg: 45,
    latitudeDeg: 40,
    stationKm: 0.1,
    rainHeightKm: 3.2,
    rainRate001: 30,
  };
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 4, noNaN: true }), (p) => {
      const now = rainAttenuation(path, p).attenuationDb;
      expect(rainAttenuation(path, p * 1.2).attenuationDb).toBeLessThan(now);
      expect(rainAttenuation({ ...path, rainRate001: 45 }, p).attenuationDb).toBeGreaterThan(now);
    }),
  );
  expect(rainAttenuation(path, 0.01).attenuationDb).toBeCloseTo(
    rainAttenuation(path, 0.01).attenuation001Db,
    9,
  );
  expect(rainAttenuation({ ...path, rainHeightKm: 0 }, 0.01).attenuationDb).toBe(0);
});

test('gases and clouds cost more near the horizon and at higher frequency', () => {
  expect(slantGasAttenuationDb(12, 90)).toBeGreaterThan(0.03);
  expect(slantGasAttenuationDb(12, 90)).toBeLessThan(0.1);
  expect(slantGasAttenuationDb(12, 30)).toBeCloseTo(2 * slantGasAttenuationDb(12, 90), 9);
  expect(cloudAbsorption(30, 273.15)).toBeGreaterThan(cloudAbsorption(10, 273.15));
  expect(cloudAttenuationDb(30, 1, 30)).toBeCloseTo(2 * cloudAttenuationDb(30, 1, 90), 9);
});
