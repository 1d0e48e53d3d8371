import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { decodeWkb, decodeWkbHex } from './geometry-from-wkb.ts';
import { encodeWkb, encodeWkbHex, hexToWkb, WkbError, wkbToHex } from './wkb.ts';

const position = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }));
const position3 = fc.tuple(
  fc.double({ noNaN: true }),
  fc.double({ noNaN: true }),
  fc.double({ noNaN: true }),
);

function simple(of: fc.Arbitrary<number[]>): fc.Arbitrary<Geometry> {
  const line = fc.array(of, { minLength: 1, maxLength: 6 });
  const rings = fc.array(line, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    of.map((coordinates) => ({ type: 'Point', coordinates }) as Geometry),
    line.map((coordinates) => ({ type: 'LineString', coordinates }) as Geometry),
    rings.map((coordinates) => ({ type: 'Polygon', coordinates }) as Geometry),
    line.map((coordinates) => ({ type: 'MultiPoint', coordinates }) as Geometry),
    rings.map((coordinates) => ({ type: 'MultiLineString', coordinates }) as Geometry),
    fc
      .array(rings, { minLength: 1, maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiPolygon', coordinates }) as Geometry),
  );
}

function family(of: fc.Arbitrary<number[]>): fc.Arbitrary<Geometry> {
  const collection = fc.array(simple(of), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    simple(of),
    collection.map((geometries) => ({ type: 'GeometryCollection', geometries }) as Geometry),
  );
}

describe('WKB', () => {
  it('gives every geometry back exactly, flat and with heights, in both flavours', () => {
    fc.assert(
      fc.property(
        fc.oneof(family(position), family(position3)),
        fc.constantFrom('ewkb', 'iso'),
        (geometry, flavour) => {
          expect(decodeWkb(encodeWkb(geometry, { flavour: flavour as 'iso' })).geometry).toEqual(geometry);
        },
      ),
    );
  });

  it('keeps empty geometries empty', () => {
    for (const type of [
      'Point',
      'LineString',
      'Polygon',
      'MultiPoint',
      'MultiLineString',
      'MultiPolygon',
    ] as const) {
      const geometry = { type, coordinates: [] } as unknown as Geometry;
      expect(decodeWkb(encodeWkb(geometry)).geometry).toEqual(geometry);
    }
    const collection: Geometry = { type: 'GeometryCollection', geometries: [] };
    expect(decodeWkb(encodeWkb(collection)).geometry).toEqual(collection);
  });

  it('writes what PostGIS writes', () => {
    expect(encodeWkbHex({ type: 'Point', coordinates: [1, 2] }, { srid: 4326 })).toBe(
      '0101000020E6100000000000000000F03F0000000000000040',
    );
    expect(decodeWkbHex('\\x0101000020E6100000000000000000F03F0000000000000040')).toEqual({
      geometry: { type: 'Point', coordinates: [1, 2] },
      srid: 4326,
    });
  });

  it('reads big-endian bytes and drops measures', () => {
    expect(decodeWkbHex('00000000013FF00000000000004000000000000000').geometry).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
    // POINT ZM (1 2 3 4), ISO
    const bytes = new Uint8Array(37);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, 1);
    view.setUint32(1, 3001, true);
    for (const [i, value] of [1, 2, 3, 4].entries()) view.setFloat64(5 + 8 * i, value, true);
    expect(decodeWkb(bytes).geometry).toEqual({ type: 'Point', coordinates: [1, 2, 3] });
  });

  it('refuses cut-off bytes at every length instead of reading beyond them', () => {
    const whole = encodeWkb({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    });
    for (let size = 0; size < whole.length; size++) {
      expect(() => decodeWkb(whole.slice(0, size))).toThrow(WkbError);
    }
  });

  it('refuses a count that cannot be in the bytes, and text that is not hexadecimal', () => {
    expect(() => decodeWkbHex('0102000000FFFFFFFF')).toThrow(/do not fit/);
    expect(() => hexToWkb('0G')).toThrow(WkbError);
    expect(() => hexToWkb('012')).toThrow(WkbError);
    expect(wkbToHex(hexToWkb('00ff10'))).toBe('00FF10');
  });
});
