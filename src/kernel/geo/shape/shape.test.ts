import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { gridBoxOf } from '../grid/grid-projection.ts';
import { tileFrame } from '../grid/tile-frame.ts';
import { limitsOf } from '../grid/tile-matrix-set.ts';
import { utmQuad, webMercatorQuad } from '../grid/well-known-grids.ts';
import { encodeWkb } from '../wkb.ts';
import { doubleArea, ringContains } from './clean-ring.ts';
import { clipShape } from './clip-shape.ts';
import { PathBuffer, shapeKind } from './path-buffer.ts';
import { quantiseShape } from './quantise-shape.ts';
import { readGeometry } from './read-geometry.ts';
import { readWkb } from './read-wkb.ts';
import { simplifyPath } from './simplify-path.ts';
import { tileShape } from './tile-shape.ts';

function pathsOf(shape: PathBuffer): number[][] {
  return Array.from({ length: shape.count }, (_, i) => [...shape.xy.subarray(shape.start(i), shape.ends[i])]);
}

function read(geometry: Geometry): PathBuffer {
  const shape = new PathBuffer();
  readGeometry(geometry, shape);
  return shape;
}

const coordinate = fc.double({ min: -60, max: 160, noNaN: true });
const position = fc.tuple(coordinate, coordinate) as fc.Arbitrary<Position>;
/** A ring around a middle, its corners in order of their angle: it never crosses itself. */
const star = fc
  .record({
    middle: position,
    radii: fc.array(fc.double({ min: 0.2, max: 90, noNaN: true }), { minLength: 3, maxLength: 40 }),
  })
  .map(({ middle: [x, y], radii }): Position[] => {
    const corners = radii.map((radius, i): Position => {
      const angle = (i / radii.length) * 2 * Math.PI;
      return [x! + radius * Math.cos(angle), y! + radius * Math.sin(angle)];
    });
    return [...corners, corners[0]!];
  });
const box = [0, 0, 100, 100] as const;

describe('reading', () => {
  const geometry: fc.Arbitrary<Geometry> = fc.oneof(
    position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
    fc.array(position, { minLength: 1 }).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
    fc.array(position, { minLength: 2 }).map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    fc.array(star, { minLength: 1 }).map((rings) => ({
      type: 'MultiPolygon' as const,
      coordinates: rings.map((ring) => [ring]),
    })),
  );

  test('WKB and GeoJSON of a geometry give the same numbers', () => {
    const collection = fc.array(geometry, { minLength: 1, maxLength: 4 }).map((geometries) => ({
      type: 'GeometryCollection' as const,
      geometries,
    }));
    fc.assert(
      fc.property(fc.oneof(geometry, collection), fc.constantFrom(undefined, 4326), (each, srid) => {
        const wkb = new PathBuffer();
        readWkb(encodeWkb(each, { srid }), wkb);
        expect({ kind: wkb.kind, paths: pathsOf(wkb) }).toEqual({
          kind: read(each).kind,
          paths: pathsOf(read(each)),
        });
      }),
    );
  });

  test('of a collection the highest dimension stays; height is passed over', () => {
    const shape = new PathBuffer();
    readWkb(
      encodeWkb({
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2, 3] },
          {
            type: 'LineString',
            coordinates: [
              [1, 2, 3],
              [4, 5, 6],
            ],
          },
        ],
      }),
      shape,
    );
    expect(shape.kind).toBe(shapeKind.line);
    expect(pathsOf(shape)).toEqual([[1, 2, 4, 5]]);
  });

  test('bytes that end too early are refused', () => {
    const bytes = encodeWkb({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
    for (let size = 0; size < bytes.length; size++)
      expect(() => readWkb(bytes.subarray(0, size), new PathBuffer())).toThrow(/ends too early/);
  });
});

describe('clipping', () => {
  test('a position lies in the clipped ring exactly if it lies in the ring and in the box', () => {
    fc.assert(
      fc.property(star, position, (ring, [x, y]) => {
        const clipped = new PathBuffer();
        const shape = read({ type: 'Polygon', coordinates: [ring] });
        clipShape(shape, box, clipped);
        const paths = pathsOf(clipped);
        for (const each of paths) for (const n of each) expect(n >= -1e-9 && n <= 100 + 1e-9).toBe(true);
        const isInBox = x! > 1e-6 && x! < 100 - 1e-6 && y! > 1e-6 && y! < 100 - 1e-6;
        if (!isInBox) return;
        const isInRing = ringContains([...shape.xy.subarray(0, shape.length)], x!, y!);
        expect(paths.some((path) => ringContains(path, x!, y!))).toBe(isInRing);
      }),
      { numRuns: 500 },
    );
  });

  test('pieces of a line lie on it, within the box, and have its length there', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const clipped = new PathBuffer();
        clipShape(read({ type: 'LineString', coordinates: [a, b] }), box, clipped);
        let inside = 0;
        const steps = 1000;
        for (let i = 0; i <= steps; i++) {
          const x = a[0]! + ((b[0]! - a[0]!) * i) / steps;
          const y = a[1]! + ((b[1]! - a[1]!) * i) / steps;
          if (x >= 0 && x <= 100 && y >= 0 && y <= 100) inside++;
        }
        const length = pathsOf(clipped).reduce(
          (sum, [x1, y1, x2, y2]) => sum + Math.hypot(x2! - x1!, y2! - y1!),
          0,
        );
        const whole = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
        expect(Math.abs(length - (inside / steps) * whole)).toBeLessThan(whole / 400 + 1e-6);
      }),
    );
  });

  test('a hole goes with the ring that it was in', () => {
    const far = (d: number): Position[] => [
      [200 + d, 0],
      [220, 0],
      [220, 20],
      [200 + d, 0],
    ];
    const clipped = new PathBuffer();
    clipShape(read({ type: 'Polygon', coordinates: [far(0), far(5)] }), box, clipped);
    expect(clipped.count).toBe(0);
  });
});

test('a simplified line strays no farther than the tolerance, and keeps its ends', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 2, maxLength: 60 }), fc.boolean(), (line, isRing) => {
      const xy = new Float64Array(line.flat());
      const original = [...xy];
      const end = simplifyPath(xy, 0, xy.length, 5, isRing);
      expect([xy[0], xy[1]]).toEqual(original.slice(0, 2));
      expect([xy[end - 2], xy[end - 1]]).toEqual(original.slice(-2));
      for (let i = 0; i < original.length; i += 2) {
        let least = Number.POSITIVE_INFINITY;
        for (let j = 0; j + 3 < end; j += 2)
          least = Math.min(least, distance(original[i]!, original[i + 1]!, xy, j));
        expect(least).toBeLessThanOrEqual(5 + 1e-9);
      }
    }),
  );
});

function distance(x: number, y: number, xy: Float64Array, at: number): number {
  const [ax, ay, bx, by] = xy.subarray(at, at + 4) as unknown as [number, number, number, number];
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t =
    length === 0 ? 0 : Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1);
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

describe('rounding', () => {
  test('rings wind as vector tiles want them, enclose something, and touch no position twice', () => {
    fc.assert(
      fc.property(star, fc.double({ min: 0.02, max: 1, noNaN: true }), (ring, scale) => {
        const drawn = new PathBuffer();
        const scaled = ring.map(([x, y]): Position => [x! * scale, y! * scale]);
        quantiseShape(read({ type: 'Polygon', coordinates: [scaled] }), 0.5, drawn);
        for (const [index, path] of pathsOf(drawn).entries()) {
          expect(path.every(Number.isInteger)).toBe(true);
          expect(path.length).toBeGreaterThanOrEqual(6);
          expect(doubleArea(path) > 0).toBe(drawn.isShell[index] === 1);
          const corners = new Set(
            Array.from({ length: path.length / 2 }, (_, i) => `${path.slice(i * 2, i * 2 + 2)}`),
          );
          expect(corners.size).toBe(path.length / 2);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a pinched ring falls into two, a spike goes, a speck leaves nothing', () => {
    const drawn = new PathBuffer();
    const bowTie: Position[] = [
      [0, 0],
      [10, 0],
      [5, 5],
      [10, 10],
      [0, 10],
      [5, 5],
      [0, 0],
    ];
    quantiseShape(read({ type: 'Polygon', coordinates: [bowTie] }), 0, drawn);
    expect(pathsOf(drawn).map((path) => path.length)).toEqual([6, 6]);
    const spike: Position[] = [
      [0, 0],
      [10, 0],
      [10, 30],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    quantiseShape(read({ type: 'Polygon', coordinates: [spike] }), 0, drawn);
    expect(pathsOf(drawn).map((path) => path.length)).toEqual([8]);
    const speck: Position[] = [
      [0.1, 0.1],
      [0.3, 0.1],
      [0.2, 0.3],
      [0.1, 0.1],
    ];
    quantiseShape(read({ type: 'Polygon', coordinates: [speck] }), 0, drawn);
    expect(drawn.count).toBe(0);
  });
});

describe('edges of the world', () => {
  const box = (west: number, south: number, east: number, north: number): Position[] => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const xs = (drawn: PathBuffer) => pathsOf(drawn).flatMap((path) => path.filter((_, i) => i % 2 === 0));

  test('a shape cut at the antimeridian is drawn at both ends of the map and nowhere between', () => {
    const chukotka: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[box(170, 60, 180, 70)], [box(-180, 60, -170, 70)]],
    };
    const drawn = (column: number) =>
      xs(tileShape(read(chukotka), tileFrame(webMercatorQuad, { level: 2, row: 1, column })));
    expect(drawn(1)).toEqual([]);
    expect(drawn(2)).toEqual([]);
    expect(Math.min(...drawn(3))).toBeGreaterThan(3600);
    expect(Math.max(...drawn(0))).toBeLessThan(500);
  });

  test('a country far beyond a zone is drawn within the zone as it is there', () => {
    const grid = utmQuad(39);
    const limits = limitsOf(grid, 7, gridBoxOf(grid, [51, 40, 51, 40])!);
    const frame = tileFrame(grid, { level: 7, row: limits.minTileRow, column: limits.minTileCol });
    const wide = tileShape(read({ type: 'Polygon', coordinates: [box(-170, 39, 179, 41)] }), frame);
    const wideXs = xs(wide);
    expect([Math.min(...wideXs), Math.max(...wideXs)]).toEqual([-64, 4160]);
    for (let path = 0; path < wide.count; path++) expect(wide.isShell[path]).toBe(1);
  });
});
