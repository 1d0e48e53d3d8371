import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { afterAll, expect, test } from 'vitest';
import { hilbertTile } from '../../geo/grid/hilbert-tile-id.ts';
import { type ArchivedTile, type ArchiveOptions, writePmtiles } from './writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'ufuq-pmtiles-'));
afterAll(() => rmSync(folder, { recursive: true }));

class Bytes implements Source {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  getKey = () => 'bytes';
  getBytes = async (offset: number, length: number): Promise<RangeResponse> => ({
    data: new Uint8Array(this.bytes.subarray(offset, offset + length)).buffer,
  });
}

const options: ArchiveOptions = {
  metadata: { name: 'parcels', vector_layers: [{ id: 'parcels', fields: {} }] },
  minZoom: 0,
  maxZoom: 9,
  bounds: [44.7, 38.3, 50.9, 42],
};

/** Tiles in order of their numbers; some share their bytes, some runs have gaps. */
function* tiles(count: number): Iterable<ArchivedTile> {
  for (let id = 0; id < count; id++) {
    if (id % 7 === 3) continue;
    const text = id % 100 < 40 ? 'sea' : `tile ${id} ${'x'.repeat(id % 50)}`;
    yield { ...hilbertTile(id), bytes: new TextEncoder().encode(text) };
  }
}

test.each([1, 300, 60_000])('an archive of up to %i tiles is read back by another program', async (count) => {
  const path = join(folder, `${count}.pmtiles`);
  const report = await writePmtiles(path, tiles(count), options);
  const archive = new PMTiles(new Bytes(readFileSync(path)));
  const header = await archive.getHeader();
  expect(header).toMatchObject({
    specVersion: 3,
    clustered: true,
    minZoom: 0,
    maxZoom: 9,
    minLon: 44.7,
    maxLat: 42,
    numAddressedTiles: report.tiles,
    numTileContents: report.contents,
  });
  expect(await archive.getMetadata()).toEqual(options.metadata);
  const step = Math.max(1, Math.floor(count / 400));
  for (let id = 0; id < count; id += step) {
    const { level, column, row } = hilbertTile(id);
    const tile = await archive.getZxy(level, column, row);
    const text = tile && new TextDecoder().decode(tile.data);
    const expected = id % 100 < 40 ? 'sea' : `tile ${id} ${'x'.repeat(id % 50)}`;
    expect(text).toBe(id % 7 === 3 ? undefined : expected);
  }
});

test('the same tiles give the same bytes, stated once and for all machines', async () => {
  const path = join(folder, 'same.pmtiles');
  await writePmtiles(path, tiles(2000), options);
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(hash).toMatchInlineSnapshot(`"e7a0b3095d3bec24b67d6792755122c11d9d8906de2ca3a22b343841ba59730b"`);
});

test('a tile out of order, or a stop, leaves no file behind', async () => {
  const path = join(folder, 'none.pmtiles');
  const two = [...tiles(3)].reverse();
  await expect(writePmtiles(path, two, options)).rejects.toThrow(/comes after one with a greater number/);
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await expect(writePmtiles(path, tiles(9), { ...options, signal: stop.signal })).rejects.toThrow('stopped');
  expect([path, `${path}.part`, `${path}.tiles.part`].filter(existsSync)).toEqual([]);
});

test('a place that no file can have is refused before a tile is drawn', async () => {
  let drawn = 0;
  function* counted(): Iterable<ArchivedTile> {
    for (const tile of tiles(9)) {
      drawn++;
      yield tile;
    }
  }
  const aside = join(folder, 'no such folder', 'a.pmtiles');
  await expect(writePmtiles(aside, counted(), options)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(writePmtiles(folder, counted(), options)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(drawn).toBe(0);
  expect(readdirSync(dirname(folder)).filter((file) => file.startsWith(basename(folder)))).toHaveLength(1);
});
