import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON (RFC 8785)', () => {
  test('sorts members by UTF-16 code units, at every depth', () => {
    expect(canonicalJson({ ö: 1, a: { z: 1, b: 2 }, '€': 3, '\r': 4, '😀': 5, 1: 6 })).toBe(
      '{"\\r":4,"1":6,"a":{"b":2,"z":1},"ö":1,"€":3,"😀":5}',
    );
  });

  test('spells numbers as ECMAScript does', () => {
    expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  test('refuses what has no canonical form', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined, [undefined]])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('means what it was made from, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
