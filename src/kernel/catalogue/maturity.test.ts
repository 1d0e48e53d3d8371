import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criteria, maturityOf, type RegisterEvidence, type ThemeEvidence } from './maturity.ts';
import { isFresh } from './update-cycle.ts';

const best: RegisterEvidence = {
  records: 10,
  hasSteward: true,
  hasLegalBasis: true,
  describedFields: 1,
  isStatedComplete: true,
  sourcedShare: 1,
  isFresh: true,
  hasOpenLicence: true,
  isOpen: true,
  hasRelease: true,
  hasRules: true,
};
const none: ThemeEvidence = { hasCustodian: false, hasCustodianBasis: false, registers: [] };
const all: ThemeEvidence = { hasCustodian: true, hasCustodianBasis: true, registers: [best] };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const register: fc.Arbitrary<RegisterEvidence> = fc.record({
  records: fc.nat(3),
  hasSteward: fc.boolean(),
  hasLegalBasis: fc.boolean(),
  describedFields: share,
  isStatedComplete: fc.boolean(),
  sourcedShare: fc.option(share),
  isFresh: fc.option(fc.boolean()),
  hasOpenLicence: fc.boolean(),
  isOpen: fc.boolean(),
  hasRelease: fc.boolean(),
  hasRules: fc.boolean(),
});
const theme = fc.record({
  hasCustodian: fc.boolean(),
  hasCustodianBasis: fc.boolean(),
  registers: fc.array(register, { maxLength: 4 }),
});

describe('the maturity of a theme', () => {
  test('nothing is 0, everything is 100, and the weights make up 100', () => {
    expect(maturityOf(none).score).toBe(0);
    expect(maturityOf(all).score).toBe(100);
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  test('a custodian alone is worth something, an empty register nothing', () => {
    expect(maturityOf({ ...none, hasCustodian: true }).score).toBe(15);
    expect(maturityOf({ ...none, registers: [{ ...best, records: 0 }] }).score).toBe(0);
  });

  test('half of the registers meet half of a criterion', () => {
    const half = maturityOf({ ...all, registers: [best, { ...best, hasOpenLicence: false }] });
    expect(half.criteria.find(({ id }) => id === 'licence')).toEqual({
      id: 'licence',
      weight: 10,
      share: 0.5,
      points: 5,
    });
    expect(half.score).toBe(95);
  });

  test('it lies between 0 and 100, and meeting one more criterion never lowers it', () => {
    fc.assert(
      fc.property(
        theme,
        fc.constantFrom(...(Object.keys(best) as (keyof RegisterEvidence)[])),
        (one, better) => {
          const { score } = maturityOf(one);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          if (better === 'records') return; // a register that begins to count may well be worse than the others
          const registers = one.registers.map((each) => ({ ...each, [better]: best[better] }));
          expect(maturityOf({ ...one, registers }).score).toBeGreaterThanOrEqual(score - 0.1);
          expect(maturityOf({ ...one, hasCustodian: true }).score).toBeGreaterThanOrEqual(score);
        },
      ),
    );
  });
});

describe('freshness', () => {
  const at = Date.parse('2026-03-01T00:00:00Z');
  test.each([
    ['P1D', '2026-02-28T12:00:00Z', true],
    ['P1D', '2026-02-27T12:00:00Z', false],
    ['P2W', '2026-02-16T00:00:00Z', true],
    ['P1M', '2026-02-01T00:00:00Z', true],
    ['P1M', '2026-01-31T23:00:00Z', false],
    ['P1Y', '2025-03-01T00:00:00Z', true],
    ['P1Y', '2025-02-28T00:00:00Z', false],
  ])('%s after a change of %s: %s', (cycle, change, expected) => {
    expect(isFresh(cycle, change, at)).toBe(expected);
  });

  test('without a cycle nobody can say, without a change it is not', () => {
    expect(isFresh(undefined, '2026-02-28T12:00:00Z', at)).toBeNull();
    expect(isFresh('P1D', null, at)).toBe(false);
    expect(isFresh('often', '2026-02-28T12:00:00Z', at)).toBeNull();
  });
});
