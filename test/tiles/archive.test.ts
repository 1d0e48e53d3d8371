import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import { generateParcels } from '../../src/kernel/generate/parcels.ts';
import { hilbertTile } from '../../src/kernel/geo/grid/hilbert-tile-id.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { writeTileArchive } from '../../src/kernel/tiles/tile-archive.ts';
import { tileBudgetBytes } from '../../src/kernel/tiles/tile-maker.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const uses = ['residential', 'apartment', 'commercial', 'public', 'green', 'farm'];
const parcels = defineRegister({
  id: 'parcels',
  title: same('Parcels'),
  description: same('Parcels of a test'),
  geometry: 'Polygon',
  provenance: false,
  titleField: 'number',
  fields: [
    { name: 'number', type: 'string', title: same('number') },
    {
      name: 'land_use',
      type: 'string',
      title: same('use'),
      codes: uses.map((value) => ({ value, title: same(value) })),
    },
    { name: 'holder', type: 'string', title: same('holder'), secrecy: 'restricted' },
  ],
});

/** An archive of a register's tiles, read back by another program. */
let kernel: TestKernel;
const folder = mkdtempSync(join(tmpdir(), 'ufuq-archive-'));
const count = 3000;

beforeAll(async () => {
  kernel = await openKernel([parcels]);
  const records = [...generateParcels({ seed: 3, count, origin: [49.8, 40.4] })].map(
    ({ id, geometry, properties }): Intent => ({
      verb: 'create',
      register: 'parcels',
      record: String(id),
      body: {
        geometry,
        properties: { number: properties.cadastral_number, land_use: properties.land_use, holder: 'hush' },
      },
    }),
  );
  await kernel.writer.write(records, byAdministrator);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await kernel.database.close();
});

const question = { register: 'parcels', caller: anonymous };

test('every level counts every record, stays within the budget and tells no secret; the same again is the same file', async () => {
  const path = join(folder, 'parcels.pmtiles');
  const report = await writeTileArchive(kernel, path, { question, minZoom: 0, maxZoom: 13 });
  expect(report.dropped).toBe(0);
  const bytes = readFileSync(path);
  const archive = new PMTiles({
    getKey: () => path,
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
    }),
  });
  const header = await archive.getHeader();
  expect(header).toMatchObject({ minZoom: 0, maxZoom: 13, clustered: true, numAddressedTiles: report.tiles });
  let tiles = 0;
  for (let level = 0; level <= 13; level++) {
    const seen = new Set<string>();
    let together = 0;
    for (let id = (4 ** level - 1) / 3; level <= 6 && id < (4 ** (level + 1) - 1) / 3; id++) {
      const { column, row } = hilbertTile(id);
      const tile = await archive.getZxy(level, column, row);
      if (!tile) continue;
      tiles++;
      expect(tile.data.byteLength).toBeLessThanOrEqual(tileBudgetBytes);
      const layer = new VectorTile(new PbfReader(tile.data)).layers.parcels!;
      for (let i = 0; i < layer.length; i++) {
        const { properties } = layer.feature(i);
        expect(properties).not.toHaveProperty('holder');
        if (properties.id === undefined) together += Number(properties['ufuq:count']);
        else seen.add(String(properties.id));
      }
    }
    if (level <= 6) expect(seen.size + together).toBe(count);
  }
  expect(tiles).toBeGreaterThan(6);
  const again = join(folder, 'again.pmtiles');
  await writeTileArchive(kernel, again, { question, minZoom: 0, maxZoom: 13 });
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(hash(again)).toBe(hash(path));
});

test('a stop in the middle leaves no file', async () => {
  const stop = new AbortController();
  const path = join(folder, 'stopped.pmtiles');
  const writing = writeTileArchive(kernel, path, {
    question,
    minZoom: 0,
    maxZoom: 14,
    signal: stop.signal,
    onShare: (share) => {
      if (share > 0.01) stop.abort(new Error('enough'));
    },
  });
  await expect(writing).rejects.toThrow('enough');
  expect([path, `${path}.part`, `${path}.tiles.part`].filter(existsSync)).toEqual([]);
});
