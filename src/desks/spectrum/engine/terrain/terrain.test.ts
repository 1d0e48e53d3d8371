import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PropagationInputError } from '../input/propagation-input-error.ts';
import { cutProfile } from './cut-profile.ts';
import { readHcmTile } from './hcm-tile.ts';
import { readHgt } from './hgt-tile.ts';
import { ProfileSampler } from './profile-sampler.ts';
import { TerrainMap } from './terrain-map.ts';
import { TerrainStore } from './terrain-store.ts';
import { createTile, sampleAt } from './tile.ts';
import { fillVoids } from './void-filling.ts';

/** Bilinear interpolation returns a plane exactly, so any seam or shift shows. */
const plane = (lon: number, lat: number) => 1000 + 300 * (lon - 10) + 200 * (lat - 45);

function planeTile(west: number, north: number, columns: number, rows: number, step: number, turn = 0) {
  const heights = Float32Array.from({ length: columns * rows }, (_, i) =>
    plane(west + turn + (i % columns) * step, north - Math.floor(i / columns) * step),
  );
  const base = { name: 'plane', source: '', hash: '', west, north, stepLon: step, stepLat: step };
  return createTile({ ...base, columns, rows, heights, voidValue: -9999 });
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('heights agree with the plane inside tiles, on shared edges and across the seam of pixel-is-area tiles', () => {
  const sharing = new TerrainMap([planeTile(10, 46, 41, 41, 0.025), planeTile(11, 46, 41, 41, 0.025)]);
  const area = new TerrainMap([
    planeTile(10.0125, 45.9875, 40, 40, 0.025),
    planeTile(11.0125, 45.9875, 40, 40, 0.025),
  ]);
  fc.assert(
    fc.property(unit, unit, (x, y) => {
      const lon = 10.05 + 1.9 * x;
      const lat = 45.05 + 0.9 * y;
      expect(sharing.heightAt(lon, lat)).toBeCloseTo(plane(lon, lat), 2);
      expect(area.heightAt(lon, lat)).toBeCloseTo(plane(lon, lat), 2);
    }),
  );
  expect(sharing.heightAt(11, 45.5)).toBeCloseTo(plane(11, 45.5), 2);
  expect(sharing.heightAt(12.2, 45.5)).toBeUndefined();
});

test('a profile runs on over the antimeridian', () => {
  const map = new TerrainMap([planeTile(179, 46, 41, 41, 0.025), planeTile(-180, 46, 41, 41, 0.025, 360)]);
  const s = new ProfileSampler(map).between(179.4, 45.4, -179.4, 45.6, 0.5);
  expect(s.missing).toBe(0);
  for (let i = 0; i < s.count; i++) {
    const lon = s.lon[i]! < 0 ? s.lon[i]! + 360 : s.lon[i]!;
    expect(s.terrainM[i]).toBeCloseTo(plane(lon, s.lat[i]!), 1);
  }
});

test('the fast reader and the careful one give the same heights', () => {
  const tile = planeTile(10, 46, 401, 401, 0.0025);
  const map = new TerrainMap([tile]);
  const s = new ProfileSampler(map).between(10.1, 45.2, 10.9, 45.8, 0.2);
  for (let i = 0; i < s.count; i++) {
    expect(s.terrainM[i]).toBeCloseTo(map.heightAt(s.lon[i]!, s.lat[i]!)!, 6);
  }
});

test('blocks keep every sample where it was', () => {
  const heights = Int16Array.from({ length: 13 * 19 }, (_, i) => i);
  const base = { name: '', source: '', hash: '', west: 0, north: 0, stepLon: 1, stepLat: 1, voidValue: -1 };
  const tile = createTile({ ...base, columns: 13, rows: 19, heights });
  for (let r = 0; r < 19; r++) for (let c = 0; c < 13; c++) expect(sampleAt(tile, c, r)).toBe(r * 13 + c);
  expect(sampleAt(tile, 13, 0)).toBeNaN();
});

test('voids are filled on a straight line and counted; nothing is made of nothing', () => {
  const n = Number.NaN;
  const h = Float64Array.of(n, 10, n, n, 40, n);
  expect(fillVoids(h, 6)).toBe(4);
  expect([...h]).toEqual([10, 10, 20, 30, 40, 40]);
  expect(fillVoids(Float64Array.of(n, n), 2)).toBe(2);
});

test('an .hgt tile is big-endian and placed by its name; other sizes are refused', () => {
  const bytes = new Uint8Array(1201 * 1201 * 2);
  new DataView(bytes.buffer).setInt16(2 * (5 * 1201 + 7), 1234, false);
  const tile = readHgt(bytes, 'N46E008.hgt', '', '');
  expect([tile.west, tile.north]).toEqual([8, 47]);
  expect(sampleAt(tile, 7, 5)).toBe(1234);
  expect(() => readHgt(new Uint8Array(10), 'N46E008.hgt', '', '')).toThrow(/2884802/);
  expect(() => readHgt(bytes, 'tile.hgt', '', '')).toThrow(/N46E008/);
});

test('an HCM tile is laid out in blocks of five minutes from the south-west', () => {
  const bytes = new Uint8Array(144 * 101 * 101 * 2);
  const view = new DataView(bytes.buffer);
  // block 13 of 144: second row of blocks, second column; third row from its south, fourth sample
  view.setInt16(13 * 101 * 101 * 2 + (2 * 101 + 3) * 2, -44, true);
  const tile = readHcmTile(bytes, 'e044n39.33E', '', '');
  expect([tile.west, tile.north, tile.columns, tile.rows]).toEqual([44, 40, 1201, 1201]);
  expect(sampleAt(tile, 103, 1200 - 102)).toBe(-44);
  expect(() => readHcmTile(bytes, 'e044n51.63E', '', '')).toThrow(/bytes/);
});

test('missing tiles are named and a void profile is refused', () => {
  const map = new TerrainMap([planeTile(10, 46, 41, 41, 0.025)]);
  try {
    cutProfile(map, [10.5, 45.5], [11.5, 45.5], 0.5);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(PropagationInputError);
    expect((error as PropagationInputError).violations[0]).toMatchObject({ code: 'missing-tile' });
    expect((error as Error).message).toContain('N45E011');
  }
  const base = {
    name: '',
    source: '',
    hash: '',
    west: 10,
    north: 46,
    stepLon: 0.5,
    stepLat: 0.5,
    voidValue: -1,
  };
  const empty = new TerrainMap([
    createTile({ ...base, columns: 3, rows: 3, heights: new Int16Array(9).fill(-1) }),
  ]);
  expect(() => cutProfile(empty, [10.2, 45.5], [10.8, 45.5], 0.5)).toThrow(/void at all/);
});

test('the store reads tiles on demand, keeps to its bound and tells hashes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ufuq-terrain-'));
  try {
    for (const name of ['N45E010', 'N45E011', 'N45E012']) {
      await writeFile(join(folder, `${name}.hgt`), new Uint8Array(1201 * 1201 * 2));
    }
    const store = await TerrainStore.open([folder], 8_000_000);
    expect(store.fileCount).toBe(3);
    await store.ensure([10.2, 45.2, 10.4, 45.4]);
    expect(store.map.tiles).toHaveLength(1);
    await store.ensure([11.2, 45.2, 12.4, 45.4]);
    expect(store.map.tiles).toHaveLength(2);
    expect(store.cachedBytes).toBeLessThanOrEqual(8_000_000);
    expect(store.provenance[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    await expect(store.ensure([10.2, 45.2, 12.4, 45.4])).rejects.toThrow(/more terrain/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const reference = `${process.env.UFUQ_REFERENCE ?? '../shared/reference'}/terrain/N46E008.tif`;
test.skipIf(!existsSync(reference))(
  'the real tile of the Swiss–Italian border is read and its voids are counted',
  async () => {
    const store = await TerrainStore.open([reference]);
    const map = await store.ensure([8, 46, 9, 47]);
    // Finsteraarhorn, 4274 m, stands in this tile; SRTM cuts sharp summits
    let top = 0;
    for (let c = 0; c < 1201; c++)
      for (let r = 0; r < 1201; r++) top = Math.max(top, sampleAt(map.tiles[0]!, c, r) || 0);
    expect(top).toBeGreaterThan(3900);
    expect(top).toBeLessThan(4300);
    expect(map.heightAt(8.7, 46.1)).toBeGreaterThan(150);
  },
);
