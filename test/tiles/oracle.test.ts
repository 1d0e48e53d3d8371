import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { PbfReader } from 'pbf';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/kernel/db/database.ts';
import { tileFrame } from '../../src/kernel/geo/grid/tile-frame.ts';
import { webMercatorQuad } from '../../src/kernel/geo/grid/well-known-grids.ts';
import { LayerWriter, writeTile } from '../../src/kernel/geo/mvt/layer-writer.ts';
import { PathBuffer } from '../../src/kernel/geo/shape/path-buffer.ts';
import { readGeometry } from '../../src/kernel/geo/shape/read-geometry.ts';
import { tileShape } from '../../src/kernel/geo/shape/tile-shape.ts';
import { engineName, openTestDatabase } from '../engines/engine.ts';

/** What PostGIS draws of the same geometry, where the engine can draw vector tiles at all. */
const isOracle = engineName === 'postgres';
if (!isOracle) console.log('tiles beside ST_AsMVTGeom: skipped, the embedded PostGIS draws none');

describe.skipIf(!isOracle)('beside ST_AsMVTGeom', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const level = 9;
  const [row, column] = [193, 325];
  const frame = tileFrame(webMercatorQuad, { level, row, column });
  const [west, south, east, north] = frame.box!;
  const within = (share: number): fc.Arbitrary<Position> =>
    fc
      .tuple(
        fc.double({ min: -share, max: 1 + share, noNaN: true }),
        fc.double({ min: -share, max: 1 + share, noNaN: true }),
      )
      .map(([x, y]) => [west + (east - west) * x, south + (north - south) * y]);
  /** Few corners far apart, or many of a nearly round shore that simplification thins. */
  const radii = fc.oneof(
    fc.array(fc.double({ min: 0.05, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 40 }),
    fc
      .tuple(
        fc.double({ min: 0.005, max: 0.5, noNaN: true }),
        fc.array(fc.double({ min: -0.0004, max: 0.0004, noNaN: true }), { minLength: 100, maxLength: 800 }),
      )
      .map(([radius, waves]) => waves.map((wave) => radius + wave)),
  );
  const star = fc.record({ middle: within(0.3), radii }).map(({ middle: [x, y], radii }): Position[] => {
    const corners = radii.map((radius, i): Position => {
      const angle = (i / radii.length) * 2 * Math.PI;
      return [x! + radius * (east - west) * Math.cos(angle), y! + radius * (north - south) * Math.sin(angle)];
    });
    return [...corners, corners[0]!];
  });
  const geometry: fc.Arbitrary<Geometry> = fc.oneof(
    within(0.2).map((coordinates) => ({ type: 'Point' as const, coordinates })),
    fc
      .array(within(0.4), { minLength: 2, maxLength: 30 })
      .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    star.map((ring) => ({ type: 'Polygon' as const, coordinates: [ring] })),
  );

  function ours(source: Geometry): Geometry | undefined {
    const shape = new PathBuffer();
    readGeometry(source, shape);
    const layer = new LayerWriter('one', 4096);
    layer.add(tileShape(shape, frame), {});
    if (layer.count === 0) return undefined;
    const read = new VectorTile(new PbfReader(writeTile([layer]))).layers.one!.feature(0);
    const parts = read.loadGeometry().map((part) => part.map(({ x, y }): Position => [x, y]));
    if (source.type === 'Point') return { type: 'Point', coordinates: parts[0]![0]! };
    if (source.type === 'LineString') return { type: 'MultiLineString', coordinates: parts };
    return { type: 'MultiPolygon', coordinates: parts.map((ring) => [ring]) };
  }

  /**
   * Greatest distance, in tile units, of a corner that either draws from what the other draws. Corners that the margin
   * cut are left out: along a flat cut they slide.
   */
  async function distance(source: Geometry, drawn: Geometry | undefined) {
    const [answer] = await database.query<{ empty: boolean; far: number | null; area: number }>(sql`
      with theirs as (
        select ST_SetSRID(ST_AsMVTGeom(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(source)}), 4326), 3857),
          ST_TileEnvelope(${level}, ${column}, ${row}), 4096, 64, true), 0) as g),
      pair as (
        select g, ST_SetSRID(ST_GeomFromGeoJSON(${drawn ? JSON.stringify(drawn) : null}), 0) as o from theirs),
      edges as (
        select case when ST_Dimension(o) = 2 then ST_Boundary(ST_MakeValid(o)) else o end as o,
          case when ST_Dimension(g) = 2 then ST_Boundary(g) else g end as g from pair),
      corners as (
        select (ST_DumpPoints(o)).geom as corner, g as other from edges
        union all select (ST_DumpPoints(g)).geom, o from edges)
      select (select g is null from pair) as empty, (select coalesce(ST_Area(g), 0) from pair) as area,
        max(ST_Distance(corner, other)) as far
      from corners where ST_X(corner) between -62 and 4158 and ST_Y(corner) between -62 and 4158`);
    return answer!;
  }

  test('geometry is drawn within one unit of a tile', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(geometry, async (source) => {
        const drawn = ours(source);
        const { empty, far, area } = await distance(source, drawn);
        // A sliver at the very edge of the margin may round to nothing on one side.
        if (empty || !drawn) {
          expect(area).toBeLessThan(200);
          return;
        }
        compared++;
        // One unit in each direction.
        expect(far ?? 0).toBeLessThanOrEqual(Math.SQRT2);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(150);
  });
});
