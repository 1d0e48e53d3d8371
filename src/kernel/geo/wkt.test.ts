import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { decodeWkt, encodeWkt, WktError } from './wkt.ts';

const geometries: readonly [string, Geometry][] = [
  ['POINT (49.1 -40)', { type: 'Point', coordinates: [49.1, -40] }],
  ['POINT Z (1 2 3.5)', { type: 'Point', coordinates: [1, 2, 3.5] }],
  ['POINT EMPTY', { type: 'Point', coordinates: [] }],
  [
    'LINESTRING (0 0, 1e-7 1)',
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1e-7, 1],
      ],
    },
  ],
  [
    'POLYGON ((0 0, 1 0, 1 1, 0 0), (2 2, 3 2, 3 3, 2 2))',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
        [
          [2, 2],
          [3, 2],
          [3, 3],
          [2, 2],
        ],
      ],
    },
  ],
  [
    'MULTIPOINT ((1 2), (3 4))',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'MULTILINESTRING ((1 2, 3 4))',
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    },
  ],
  [
    'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))',
    {
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
    },
  ],
  [
    'GEOMETRYCOLLECTION (POINT (1 2), POINT (3 4))',
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [1, 2] },
        { type: 'Point', coordinates: [3, 4] },
      ],
    },
  ],
];

describe('WKT', () => {
  it.each(geometries)('%s there and back', (text, geometry) => {
    expect(encodeWkt(geometry)).toBe(text);
    expect(decodeWkt(text).geometry).toEqual(geometry);
  });

  it('reads what others write: lower case, no spaces, EWKT, measures, plain multi points', () => {
    expect(decodeWkt('srid=32639; point(1 2)')).toEqual({
      geometry: { type: 'Point', coordinates: [1, 2] },
      srid: 32639,
    });
    expect(decodeWkt('POINTZM(1 2 3 4)').geometry).toEqual({ type: 'Point', coordinates: [1, 2, 3] });
    expect(decodeWkt('POINT M (1 2 4)').geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(decodeWkt('MULTIPOINT(1 2,3 4)').geometry).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
  });

  it.each(['', 'POINT', 'POINT (1)', 'POINT (1 2', 'POINT (1 2) x', 'CIRCLE (1 2)', 'POLYGON ((0 0, a b))'])(
    'refuses %j and says where',
    (text) => {
      expect(() => decodeWkt(text)).toThrow(WktError);
    },
  );
});
