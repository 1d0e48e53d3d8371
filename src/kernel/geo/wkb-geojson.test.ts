import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { expect, test } from 'vitest';
import { bboxOf } from './bbox.ts';
import { ByteWriter } from './byte-writer.ts';
import { decodeWkb } from './geometry-from-wkb.ts';
import { encodeWkb } from './wkb.ts';
import { GeoJsonWriter } from './wkb-geojson.ts';

const number = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.constantFrom(0, -0, 1e-7, 1e21, 45, 0.1),
);
const flat = fc.tuple(number, number) as fc.Arbitrary<Position>;
const high = fc.tuple(number, number, number) as fc.Arbitrary<Position>;
const some = <T>(part: fc.Arbitrary<T>) => fc.array(part, { minLength: 1, maxLength: 4 });

const of = (position: fc.Arbitrary<Position>): fc.Arbitrary<Geometry> =>
  fc.oneof(
    position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
    some(position).map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    some(some(position)).map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
    some(position).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
    some(some(position)).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
    some(some(some(position))).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
    some(position.map((coordinates) => ({ type: 'Point' as const, coordinates }))).map((geometries) => ({
      type: 'GeometryCollection' as const,
      geometries,
    })),
  );

const json = new ByteWriter(16);
const writer = new GeoJsonWriter(json);

/** One writer for all: nothing of a geometry may be left for the next. */
function geoJsonOfWkb(bytes: Uint8Array) {
  const start = json.length;
  writer.write(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, bytes.length);
  const { west, south, east, north } = writer;
  return { text: json.from(start).toString(), box: west <= east ? [west, south, east, north] : undefined };
}

test('writes what JSON.stringify writes of the decoded geometry, and boxes it alike', () => {
  fc.assert(
    fc.property(fc.oneof(of(flat), of(high)), (geometry) => {
      const bytes = encodeWkb(geometry, { srid: 4326 });
      const { text, box } = geoJsonOfWkb(bytes);
      expect(text).toBe(JSON.stringify(decodeWkb(bytes).geometry));
      expect(box).toEqual(bboxOf(geometry));
    }),
    { numRuns: 500 },
  );
});

test('empty geometries have no box', () => {
  const point = encodeWkb({ type: 'Point', coordinates: [] });
  expect(geoJsonOfWkb(point)).toMatchObject({ text: '{"type":"Point","coordinates":[]}', box: undefined });
  const polygon = encodeWkb({ type: 'Polygon', coordinates: [] });
  expect(geoJsonOfWkb(polygon)).toMatchObject({
    text: '{"type":"Polygon","coordinates":[]}',
    box: undefined,
  });
});

test('bytes that end too early are refused', () => {
  const bytes = encodeWkb({
    type: 'LineString',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  });
  expect(() => geoJsonOfWkb(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
});
