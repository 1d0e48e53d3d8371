import fc from 'fast-check';
import { PbfWriter } from 'pbf';
import { expect, test } from 'vitest';
import { ByteWriter } from './byte-writer.ts';

function written(write: (json: ByteWriter) => void): string {
  const json = new ByteWriter(1);
  write(json);
  return json.from(0).toString('utf8');
}

const decimal = fc
  .tuple(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.integer({ min: 0, max: 17 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`));

test('numbers are written as JSON.stringify writes them', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), decimal, fc.integer(), fc.float()), (value) => {
      expect(written((json) => json.jsonNumber(value))).toBe(JSON.stringify(value));
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  0,
  -0,
  1e-6,
  1e-7,
  9.99999e-7,
  -1.5e-6,
  99_999_999.9999999,
  1e8,
  1e15,
  2 ** 53,
  5e-324,
  Number.NaN,
  -Infinity,
])('the number %s is written as JSON.stringify writes it', (value) =>
  expect(written((json) => json.jsonNumber(value))).toBe(JSON.stringify(value)),
);

test('strings are written as JSON.stringify writes them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const source = Buffer.from(`-${text}-`);
      expect(written((json) => json.jsonString(source, 1, source.length - 1))).toBe(JSON.stringify(text));
    }),
    { numRuns: 2000 },
  );
});

test('pieces stand one after another, whatever their length', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (pieces) => {
      const json = new ByteWriter(1);
      for (const piece of pieces) json.copy(piece, 0, piece.length);
      expect(json.from(0)).toEqual(Buffer.concat(pieces));
    }),
  );
});

test('varints and doubles are those of Protocol Buffers', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.maxSafeNat(), fc.double())), (values) => {
      const bytes = new ByteWriter(1);
      const pbf = new PbfWriter();
      for (const [whole, double] of values) {
        bytes.varint(whole);
        bytes.double(double);
        pbf.writeVarint(whole);
        pbf.writeDouble(double);
      }
      expect(new Uint8Array(bytes.from(0))).toEqual(pbf.finish());
    }),
  );
});
