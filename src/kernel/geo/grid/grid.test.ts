import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridBoxOf, gridProjection, lonLatBoxOf } from './grid-projection.ts';
import { hilbertTile, hilbertTileId } from './hilbert-tile-id.ts';
import { tileFrame } from './tile-frame.ts';
import { limitsOf, tileAddress, tileBox } from './tile-matrix-set.ts';
import { tileMatrixSets, utmQuad, webMercatorQuad, worldCrs84Quad } from './well-known-grids.ts';

describe('tile matrix sets', () => {
  test('have the scales and corners that OGC 17-083r4 prints', () => {
    const at = (set: typeof webMercatorQuad, level: number) => set.tileMatrices[level]!;
    expect(at(webMercatorQuad, 0).scaleDenominator).toBeCloseTo(559082264.028717, 4);
    expect(at(webMercatorQuad, 0).cellSize).toBeCloseTo(156543.033928041, 8);
    expect(at(webMercatorQuad, 24).scaleDenominator).toBeCloseTo(33.3238997475598, 9);
    expect(webMercatorQuad.pointOfOrigin[0]).toBeCloseTo(-20037508.3427892, 6);
    expect(at(worldCrs84Quad, 0)).toMatchObject({ cellSize: 0.703125, matrixWidth: 2, matrixHeight: 1 });
    expect(at(worldCrs84Quad, 0).scaleDenominator).toBeCloseTo(279541132.014358, 4);
    const utm = utmQuad(31);
    expect(utm.pointOfOrigin[0]).toBeCloseTo(-9501965.72931276, 6);
    expect(utm.pointOfOrigin[1]).toBeCloseTo(20003931.4586255, 6);
    expect(at(utm, 0)).toMatchObject({ id: '1', matrixWidth: 1, matrixHeight: 2 });
    expect(at(utm, 0).scaleDenominator).toBeCloseTo(279072704.500914, 4);
  });

  test('know Baku in every grid', () => {
    const found = tileMatrixSets.map((set) => {
      const box = gridBoxOf(set, [49.8, 40.3, 49.9, 40.4])!;
      const level = set.tileMatrices.findIndex(({ id }) => id === '8');
      const { minTileRow, minTileCol } = limitsOf(set, level, box);
      return `${set.id} ${minTileRow} ${minTileCol}`;
    });
    expect(found).toEqual([
      'WebMercatorQuad 96 163',
      'WorldCRS84Quad 70 326',
      'UTM38WGS84Quad 99 66',
      'UTM39WGS84Quad 99 63',
    ]);
  });

  test('refuse what is no tile of theirs', () => {
    expect(tileAddress(webMercatorQuad, '3', '7', '0')).toEqual({ level: 3, row: 7, column: 0 });
    for (const [matrix, row, column] of [
      ['3', '8', '0'],
      ['3', '-1', '0'],
      ['25', '0', '0'],
      ['x', '0', '0'],
      ['3', '1.5', '0'],
    ] as const)
      expect(tileAddress(webMercatorQuad, matrix, row, column)).toBeUndefined();
  });
});

describe('frames', () => {
  const address = fc
    .tuple(fc.constantFrom(...tileMatrixSets), fc.integer({ min: 8, max: 18 }))
    .chain(([grid, level]) => {
      const limits = limitsOf(grid, level, gridBoxOf(grid, [44.7, 38.3, 50.9, 42])!);
      return fc.record({
        grid: fc.constant(grid),
        level: fc.constant(level),
        row: fc.integer({ min: limits.minTileRow, max: limits.maxTileRow }),
        column: fc.integer({ min: limits.minTileCol, max: limits.maxTileCol }),
        across: fc.double({ min: -60, max: 4150, noNaN: true }),
        down: fc.double({ min: -60, max: 4150, noNaN: true }),
      });
    });

  test('every position that a tile shows lies in the box that is asked for it', () => {
    fc.assert(
      fc.property(address, ({ grid, across, down, ...at }) => {
        const frame = tileFrame(grid, at);
        const [west, , , north] = tileBox(grid, at);
        const xy = new Float64Array([west + across * frame.unit, north - down * frame.unit]);
        gridProjection(grid).inverse(xy, 0, 2);
        const box = frame.box!;
        expect(xy[0]! >= box[0] && xy[0]! <= box[2] && xy[1]! >= box[1] && xy[1]! <= box[3]).toBe(true);
        frame.toTile(xy, 0, 2);
        expect(Math.abs(xy[0]! - across)).toBeLessThan(0.02);
        expect(Math.abs(xy[1]! - down)).toBeLessThan(0.02);
      }),
    );
  });

  test('Web Mercator tiles put a position, near or far, where the projection puts it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const tile = fc.integer({ min: 0, max: 24 }).chain((level) => {
      const index = fc.integer({ min: 0, max: 2 ** level - 1 });
      return fc.record({ level: fc.constant(level), row: index, column: index });
    });
    const far = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    );
    fc.assert(
      fc.property(tile, share, share, far, (at, across, down, [longitude, latitude]) => {
        const frame = tileFrame(webMercatorQuad, at);
        const [west, south, east, north] = frame.box!;
        const positions = [
          west + (east - west) * across,
          south + (north - south) * down,
          longitude,
          latitude,
        ];
        const projected = new Float64Array(positions);
        gridProjection(webMercatorQuad).forward(projected, 0, 4);
        const drawn = new Float64Array(positions);
        frame.toTile(drawn, 0, 4);
        const [left, , , top] = tileBox(webMercatorQuad, at);
        for (let i = 0; i < 4; i += 2) {
          const x = (projected[i]! - left) / frame.unit;
          const y = (top - projected[i + 1]!) / frame.unit;
          // Far away the last digits of the tile's size show.
          expect(Math.abs(x - drawn[i]!)).toBeLessThan(0.001 + Math.abs(x) * 2 ** -30);
          expect(Math.abs(y - drawn[i + 1]!)).toBeLessThan(0.001 + Math.abs(y) * 2 ** -30);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a grid shows nothing outside of its area', () => {
    expect(lonLatBoxOf(utmQuad(38), tileBox(utmQuad(38), { level: 4, row: 0, column: 0 }))).toBeUndefined();
    expect(tileFrame(webMercatorQuad, { level: 0, row: 0, column: 0 }).box).toEqual(webMercatorQuad.area);
  });
});

test('Hilbert numbers are those of the PMTiles text, and lead back', () => {
  expect([
    hilbertTileId(0, 0, 0),
    hilbertTileId(1, 0, 0),
    hilbertTileId(1, 0, 1),
    hilbertTileId(1, 1, 1),
    hilbertTileId(1, 1, 0),
    hilbertTileId(2, 0, 0),
    hilbertTileId(12, 3423, 1763),
  ]).toEqual([0, 1, 2, 3, 4, 5, 19078479]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 45 }), (id) => {
      const { level, column, row } = hilbertTile(id);
      expect(hilbertTileId(level, column, row)).toBe(id);
    }),
  );
  expect(() => hilbertTileId(3, 8, 0)).toThrow(RangeError);
});
