import { inflateSync } from 'node:zlib';
import { fromArrayBuffer } from 'geotiff';
import { expect, test } from 'vitest';
import { geodesicBetween } from '../../../../kernel/geo/geodesic.ts';
import type { Station } from '../border/station.ts';
import { TerrainMap } from '../terrain/terrain-map.ts';
import { createTile } from '../terrain/tile.ts';
import { traceContour } from './contour.ts';
import { type CoverageTask, computeCoverage } from './coverage.ts';
import { paintField } from './field-picture.ts';
import { encodeGeoTiff } from './geotiff-encoder.ts';
import type { FieldRaster } from './raster.ts';

/** A cone: the value falls by one for every cell from the middle. */
function cone(side: number): FieldRaster {
  const values = Float32Array.from({ length: side * side }, (_, i) => {
    const x = (i % side) - (side - 1) / 2;
    const y = Math.floor(i / side) - (side - 1) / 2;
    return 100 - Math.hypot(x, y);
  });
  return { west: 10, north: 50, stepLon: 0.01, stepLat: 0.01, columns: side, rows: side, values };
}

test('a contour of a cone is one closed ring at the right distance', () => {
  const { coordinates } = traceContour(cone(61), 80).geometry;
  expect(coordinates).toHaveLength(1);
  const ring = coordinates[0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [lon, lat] of ring) {
    expect(Math.hypot(lon - (10 + 0.305), lat - (50 - 0.305)) / 0.01).toBeCloseTo(20, 0);
  }
});

test('another reader gets back the GeoTIFF with its place and its values', async () => {
  const raster = cone(20);
  raster.values[5] = Number.NaN;
  const bytes = encodeGeoTiff(raster, 'a cone');
  const image = await (await fromArrayBuffer(bytes.buffer as ArrayBuffer)).getImage();
  expect(image.getBoundingBox().map((v) => Math.round(v * 1e6) / 1e6)).toEqual([10, 49.8, 10.2, 50]);
  expect(image.getGeoKeys()).toMatchObject({ GeographicTypeGeoKey: 4326, GTRasterTypeGeoKey: 1 });
  const [band] = (await image.readRasters()) as unknown as [Float32Array];
  expect([...band]).toEqual([...raster.values]);
});

test('the picture is a PNG of the raster with a legend beside it', () => {
  const png = paintField(cone(200), [60, 80, 90]);
  const view = new DataView(png.buffer, png.byteOffset);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([296, 200]);
  const data = png.subarray(41, 41 + view.getUint32(33));
  const rows = inflateSync(data);
  expect(rows).toHaveLength(200 * (1 + 296 * 4));
  // the middle carries the highest colour, a corner none
  expect([...rows.subarray(100 * 1185 + 1 + 400, 100 * 1185 + 1 + 404)]).toEqual([253, 231, 76, 200]);
  expect(rows[1 + 3]).toBe(0);
});

test('coverage over flat ground falls alike in every direction', () => {
  const flat = createTile({
    name: 'flat',
    source: '',
    hash: '',
    west: 44,
    north: 41,
    stepLon: 0.01,
    stepLat: 0.01,
    columns: 201,
    rows: 201,
    heights: new Int16Array(201 * 201),
    voidValue: -32768,
  });
  const station: Station = {
    id: 'a',
    lon: 45,
    lat: 40,
    heightM: 50,
    frequencyMHz: 600,
    erpDbW: 30,
    polarisation: 'horizontal',
  };
  const task: CoverageTask = {
    radiusKm: 20,
    profileStepKm: 0.2,
    cellM: 500,
    rxHeightM: 10,
    timePercent: 50,
    locationPercent: 50,
    locationDeviationDb: 0,
    deltaN: 38,
    surfaceN: 325,
  };
  const { raster, missingPoints } = computeCoverage(station, task, new TerrainMap([flat]));
  expect(missingPoints).toBe(0);
  const byDistance: [number, number][] = [];
  for (let r = 0; r < raster.rows; r++) {
    for (let c = 0; c < raster.columns; c++) {
      const lon = raster.west + (c + 0.5) * raster.stepLon;
      const lat = raster.north - (r + 0.5) * raster.stepLat;
      const value = raster.values[r * raster.columns + c]!;
      const km = geodesicBetween(45, 40, lon, lat).distanceM / 1000;
      expect(Number.isNaN(value)).toBe(km > 20);
      if (!Number.isNaN(value)) byDistance.push([km, value]);
    }
  }
  byDistance.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < byDistance.length; i++)
    expect(byDistance[i]![1]).toBeLessThan(byDistance[i - 1]![1] + 0.05);
});
