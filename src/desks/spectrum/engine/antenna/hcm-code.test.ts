import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hcmAttenuationDb } from './hcm-code.ts';

test.each(['045EA00', '045EB05', '060EC10', '045DE00', '025TA00'])(
  '%s has its half-power angle where it says',
  (code) => {
    const lead = Number(code.slice(0, 3)) / (code.includes('TA') ? 10 : 1);
    expect(hcmAttenuationDb(code, 0)).toBeCloseTo(0, 6);
    expect(hcmAttenuationDb(code, lead)).toBeCloseTo(3.0103, 2);
  },
);

test('every pattern is symmetric, within 0 and 40 dB, and keeps to its floor', () => {
  const codes = fc.constantFrom(
    '000ND00',
    '045EA10',
    '070EB00',
    '030LA20',
    '050KA00',
    '030CA00',
    '040CB00',
    '020CC00',
  );
  fc.assert(
    fc.property(codes, fc.double({ min: -400, max: 400, noNaN: true }), (code, angle) => {
      const attenuation = hcmAttenuationDb(code, angle);
      expect(attenuation).toBeGreaterThanOrEqual(0);
      expect(attenuation).toBeLessThanOrEqual(
        -20 * Math.log10(Math.max(Number(code.slice(5)) / 100, 0.01)) + 1e-9,
      );
      expect(hcmAttenuationDb(code, -angle)).toBeCloseTo(attenuation, 6);
    }),
  );
});

test('codes that are none are refused', () => {
  expect(() => hcmAttenuationDb('ND', 0)).toThrow(/000ND00/);
  expect(() => hcmAttenuationDb('070EA00', 0)).toThrow(/1 to 65/);
  expect(() => hcmAttenuationDb('045VA00', 0)).toThrow(/not supported/);
});
