import { array, assert, integer, property, tuple } from 'fast-check';
import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { isSurelyValid } from '../geo/geometry-validity.ts';
import { isSurelySimple as isFlatSimple } from './small-ring.ts';

const isSurelySimple = (ring: readonly Position[]) =>
  isFlatSimple(Float64Array.from(ring.flat()), ring.length);

const close = (ring: Position[]): Position[] => [...ring, ring[0]!];

test('what is called simple is valid to the general check as well', () => {
  let simple = 0;
  assert(
    property(
      array(tuple(integer({ min: 0, max: 9 }), integer({ min: 0, max: 9 })), { minLength: 3, maxLength: 7 }),
      (points) => {
        const ring = close(points);
        if (!isSurelySimple(ring)) return;
        simple++;
        expect(isSurelyValid({ type: 'Polygon', coordinates: [ring] })).toBe(true);
      },
    ),
    { numRuns: 20_000 },
  );
  expect(simple).toBeGreaterThan(1000);
});

test('a plain parcel is simple; a bow tie, a fold and an open ring are not sure', () => {
  expect(
    isSurelySimple(
      close([
        [0, 0],
        [2, 0],
        [2, 1],
        [0, 1],
      ]),
    ),
  ).toBe(true);
  expect(
    isSurelySimple(
      close([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ]),
    ),
  ).toBe(false);
  expect(
    isSurelySimple(
      close([
        [0, 0],
        [2, 0],
        [1, 0],
        [0, 1],
      ]),
    ),
  ).toBe(false);
  expect(
    isSurelySimple([
      [0, 0],
      [2, 0],
      [2, 1],
      [0, 1],
    ]),
  ).toBe(false);
  expect(
    isSurelySimple(
      close([
        [0, 0],
        [2, 0],
        [2, 0],
        [0, 1],
      ]),
    ),
  ).toBe(false);
});
