import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { compilePredicate, preparePredicates } from '../query/to-predicate.ts';
import { meetsBox } from './meets-box.ts';
import { floatAbove, floatBelow } from './outward-box.ts';
import { surelyMeets } from './surely-meets.ts';
import { encodeWkb } from './wkb.ts';

/** The oracle is GEOS, asked with the envelope as a polygon. */
beforeAll(() => preparePredicates());

// A coarse grid, so that edges run through corners and along sides all the time.
const coordinate = fc.integer({ min: 0, max: 8 });
const position = fc.tuple(coordinate, coordinate) as fc.Arbitrary<Position>;
const star = fc
  .tuple(position, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 7 }))
  .map(([[x, y], radii]) => {
    const ring = radii.map((radius, i): Position => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [x! + radius * Math.cos(angle), y! + radius * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  });
const hole = (ring: Position[]): Position[] => {
  const [cx, cy] = [0, 1].map(
    (axis) => ring.slice(1).reduce((sum, p) => sum + p[axis]!, 0) / (ring.length - 1),
  );
  return ring.map(([x, y]) => [cx! + (x! - cx!) / 4, cy! + (y! - cy!) / 4]);
};
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  fc
    .array(position, { minLength: 1, maxLength: 4 })
    .map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  fc
    .array(position, { minLength: 2, maxLength: 6 })
    .filter((line) => line.some(([x, y]) => x !== line[0]![0] || y !== line[0]![1]))
    .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  star.map((ring) => ({ type: 'Polygon' as const, coordinates: [ring] })),
  star.map((ring) => ({ type: 'Polygon' as const, coordinates: [ring, hole(ring)] })),
  fc
    .tuple(star, star)
    .map((rings) => ({ type: 'MultiPolygon' as const, coordinates: rings.map((ring) => [ring]) })),
);
const box = fc
  .tuple(coordinate, coordinate, fc.constantFrom(0.01, 0.5, 1, 3, 9), fc.constantFrom(0.01, 0.5, 1, 3, 9))
  .map(([x, y, width, height]) => [x, y, x + width, y + height] as const);

function positionsOf(shape: Geometry): Position[] {
  const flat = (part: unknown): Position[] =>
    Array.isArray(part) && Array.isArray(part[0]) ? part.flatMap(flat) : [part as Position];
  return shape.type === 'GeometryCollection'
    ? shape.geometries.flatMap(positionsOf)
    : flat(shape.coordinates);
}

function third(shape: Geometry): Geometry {
  const scaled = (part: unknown): unknown => (Array.isArray(part) ? part.map(scaled) : (part as number) / 3);
  return { ...shape, coordinates: scaled((shape as { coordinates: unknown }).coordinates) } as Geometry;
}

/** West, south, east, north, rounded outwards. */
function boxOf(positions: readonly Position[]): readonly number[] {
  const [xs, ys] = [0, 1].map((axis) => positions.map((position) => position[axis]!)) as [number[], number[]];
  return [
    floatBelow(Math.min(...xs)),
    floatBelow(Math.min(...ys)),
    floatAbove(Math.max(...xs)),
    floatAbove(Math.max(...ys)),
  ];
}

function envelope([west, south, east, north]: readonly [number, number, number, number]) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] } as const;
}

describe('meetsBox', () => {
  test('says what GEOS says of the box as a polygon', () => {
    const scope = { property: () => ({ type: 'geometry' as const }) };
    let met = 0;
    fc.assert(
      fc.property(geometry, box, (shape, asked) => {
        const expr = { op: 's_intersects', args: [{ property: 'geometry' }, envelope(asked)] };
        const expected = compilePredicate(expr as never, scope)({ properties: {}, geometry: shape });
        const found = meetsBox(encodeWkb(shape, { srid: 4326 }), asked);
        if (found) met++;
        expect(found).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect(met).toBeGreaterThan(500);
  });

  test('what its own box tells for sure is so, for most that cross one side', () => {
    let met = 0;
    let told = 0;
    fc.assert(
      fc.property(geometry, box, (shape, asked) => {
        // Thirds, so that the sides of the box are no 32-bit floats; and larger than most shapes.
        const bytes = encodeWkb(third(shape));
        const wanted = asked.map((side, i) => (i < 2 ? side - 4 : side + 4) / 3) as unknown as typeof asked;
        const own = boxOf(positionsOf(third(shape)));
        const isMet = meetsBox(bytes, wanted);
        const isTold = surelyMeets(Float32Array.from(own), 0, wanted);
        if (isTold) told++;
        if (isMet) met++;
        expect(isTold && !isMet).toBe(false);
      }),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(met / 2);
  });

  test('a box in a hole is not met, a box around everything is', () => {
    const ring = (size: number, at = 0): Position[] => [
      [at, at],
      [at + size, at],
      [at + size, at + size],
      [at, at + size],
      [at, at],
    ];
    const bytes = encodeWkb({ type: 'Polygon', coordinates: [ring(10), ring(6, 2)] });
    expect(meetsBox(bytes, [3, 3, 7, 7])).toBe(false);
    expect(meetsBox(bytes, [-1, -1, 11, 11])).toBe(true);
    expect(meetsBox(bytes, [0.5, 0.5, 1, 1])).toBe(true);
    expect(meetsBox(bytes, [2, 2, 3, 3])).toBe(true);
  });
});
