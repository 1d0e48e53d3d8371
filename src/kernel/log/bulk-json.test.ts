import { assert, double, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { writeNumber, writeString } from './bulk-json.ts';
import { TupleBuffer } from './bulk-tuples.ts';
import { canonicalJson } from './canonical-json.ts';

function written(write: (to: TupleBuffer) => void): string {
  const to = new TupleBuffer();
  write(to);
  return to.take().toString();
}

test('numbers are spelled as canonical JSON spells them', () => {
  const numbers = [
    0, -0, 1, -1, 9, 10, 99, 100, 213.9999999, 214, -213.5, 1e-7, 9e-7, 1e-6, 1.5e-6, 0.1, 1e21,
  ];
  for (const value of [...numbers, 45.0001262, 38.5000441, -0.00001, 180, -180, 2 ** 53, 1 / 3, 12345.678])
    expect(written((to) => writeNumber(to, value))).toBe(canonicalJson(value));
  assert(
    property(double({ min: -250, max: 250, noNaN: true }), double({ min: 0, max: 9 }), (value, places) => {
      const rounded = Number(value.toFixed(Math.floor(places)));
      expect(written((to) => writeNumber(to, value))).toBe(canonicalJson(value));
      expect(written((to) => writeNumber(to, rounded))).toBe(canonicalJson(rounded));
    }),
    { numRuns: 3_000 },
  );
});

test('strings are escaped as canonical JSON escapes them', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 100 }), (value) => {
      expect(written((to) => writeString(to, value))).toBe(canonicalJson(value));
    }),
    { numRuns: 500 },
  );
  expect(written((to) => writeString(to, 'Qəbələ "x" \\ \n\u007f'))).toBe(
    canonicalJson('Qəbələ "x" \\ \n\u007f'),
  );
});
