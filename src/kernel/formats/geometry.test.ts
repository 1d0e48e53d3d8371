import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bboxesIntersect, bboxOf, bboxUnion, geographicBboxOf } from '../geo/bbox.ts';
import { rangeFaults, swappedFault } from '../geo/geometry-range.ts';
import { structureFault } from '../geo/geometry-structure.ts';
import { isSurelyValid } from '../geo/geometry-validity.ts';
import { loadGeos } from './geos.ts';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('validity', () => {
  it('is sure of ordinary polygons, with holes and in parts', () => {
    expect(
      isSurelyValid({ type: 'Polygon', coordinates: [square(0, 0, 10), square(1, 1, 2), square(5, 5, 2)] }),
    ).toBe(true);
    expect(isSurelyValid({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(2, 0, 1)]] })).toBe(
      true,
    );
  });

  it.each([
    [
      'a bow tie',
      [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    ],
    [
      'a spike',
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [2, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    ],
    ['a hole outside', [square(0, 0, 1), square(5, 5, 1)]],
    ['a hole that crosses', [square(0, 0, 2), square(1, 1, 3)]],
    ['nested holes', [square(0, 0, 10), square(1, 1, 5), square(2, 2, 1)]],
    [
      'an open ring',
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    ],
  ] as [string, Position[][]][])('never calls %s valid', (_, coordinates) => {
    expect(isSurelyValid({ type: 'Polygon', coordinates })).toBe(false);
  });

  it('never says valid where GEOS says invalid', async () => {
    const geos = await loadGeos();
    const whole = fc.integer({ min: 0, max: 6 });
    const ring = fc
      .array(fc.tuple(whole, whole), { minLength: 3, maxLength: 8 })
      .map((points) => [...points, points[0]!] as Position[]);
    let sure = 0;
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (coordinates) => {
        const geometry: Geometry = { type: 'Polygon', coordinates };
        if (!isSurelyValid(geometry)) return;
        sure++;
        expect(geos.invalidReason(geometry)).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
    expect(sure).toBeGreaterThan(50);
  });
});

describe('structure', () => {
  it.each([
    [{ type: 'Point', coordinates: [null, 1] }, 'coordinate-not-a-number'],
    [{ type: 'Point', coordinates: ['49', 1] }, 'coordinate-not-a-number'],
    [{ type: 'Point', coordinates: [Number.NaN, 1] }, 'coordinate-not-a-number'],
    [{ type: 'Point', coordinates: [1] }, 'geometry-malformed'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      'geometry-malformed',
    ],
    [{ type: 'Circle', coordinates: [1, 2] }, 'geometry-type-unknown'],
    [{ type: 'LineString', coordinates: [[1, 2]] }, 'too-few-points'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      'too-few-points',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        ],
      },
      'ring-not-closed',
    ],
    ['POINT (1 2)', 'geometry-malformed'],
    [{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: 1 }] }, 'geometry-malformed'],
  ])('%j: %s', (value, code) => {
    expect(structureFault(value)?.code).toBe(code);
  });

  it('takes empty coordinates and heights', () => {
    expect(structureFault({ type: 'Polygon', coordinates: [] })).toBeUndefined();
    expect(structureFault({ type: 'Point', coordinates: [1, 2, 3] })).toBeUndefined();
  });
});

describe('range and boxes', () => {
  it('finds coordinates off the earth and axes that were exchanged', () => {
    expect(rangeFaults({ type: 'Point', coordinates: [40, 149] }).map(({ code }) => code)).toEqual([
      'coordinate-out-of-range',
      'axes-swapped-suspected',
    ]);
    expect(rangeFaults({ type: 'Point', coordinates: [500000, 4470000] }).map(({ code }) => code)).toEqual([
      'coordinate-out-of-range',
    ]);
    expect(swappedFault({ type: 'Point', coordinates: [40.4, 49.9] }, [44, 38, 51, 42])?.params.swapped).toBe(
      '49.9, 40.4',
    );
    expect(swappedFault({ type: 'Point', coordinates: [49.9, 40.4] }, [44, 38, 51, 42])).toBeUndefined();
  });

  it('goes the short way around the antimeridian', () => {
    const islands: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [179, -17],
        [-179, -16],
      ],
    };
    expect(bboxOf(islands)).toEqual([-179, -17, 179, -16]);
    expect(geographicBboxOf(islands)).toEqual([179, -17, -179, -16]);
    expect(bboxesIntersect([179, -18, -179, -15], [-180, -17, -179.5, -16])).toBe(true);
    expect(bboxesIntersect([179, -18, -179, -15], [0, -17, 10, -16])).toBe(false);
    expect(bboxUnion([179, 0, -179, 1], [-178, 0, -177, 1])).toEqual([179, 0, -177, 1]);
  });
});
