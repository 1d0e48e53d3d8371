import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { expect, test } from 'vitest';
import type { SinkRecord } from '../../formats/sink.ts';
import type { Field } from '../../register/declaration.ts';
import { pmtilesSink } from './pmtiles-sink.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const fields: readonly Field[] = [
  { name: 'name', type: 'localized', title: same('Name') },
  { name: 'floors', type: 'integer', title: same('Floors') },
];

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

async function archiveOf(records: readonly SinkRecord[]): Promise<{ bytes: Buffer; archive: PMTiles }> {
  const sink = pmtilesSink({ id: 'sites', title: 'Sites', fields });
  await sink.write(records);
  const chunks: Buffer[] = [];
  for await (const chunk of sink.end()) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return { bytes, archive: new PMTiles(new Bytes(bytes)) };
}

async function idsAt(archive: PMTiles, level: number, column: number, row: number): Promise<unknown[]> {
  const tile = await archive.getZxy(level, column, row);
  if (!tile) return [];
  const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers.sites!;
  return Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties.id);
}

/** Column and row of a place in the Web Mercator pyramid. */
function tileOf(level: number, lon: number, lat: number): [number, number] {
  const side = 2 ** level;
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return [Math.floor(((lon + 180) / 360) * side), Math.floor(((1 - y) / 2) * side)];
}

test('every record is in the tile of its place, at every level, with what it says', async () => {
  const places = [
    [49.8671, 40.4093],
    [46.3606, 40.6828],
    [45.4122, 39.2089],
  ] as const;
  const records = places.map(([x, y], i) => ({
    id: `r${i}`,
    geometry: { type: 'Point' as const, coordinates: [x, y] },
    properties: { name: { az: `Ad ${i}`, en: `Name ${i}` }, floors: i },
  }));
  const { archive, bytes } = await archiveOf([...records, { id: 'nowhere', geometry: null, properties: {} }]);
  const header = await archive.getHeader();
  expect(header).toMatchObject({ minZoom: 0, maxZoom: 14, minLon: 45.4122, maxLat: 40.6828 });
  expect(await archive.getMetadata()).toMatchObject({
    vector_layers: [{ id: 'sites', fields: { id: 'String', floors: 'Number', 'name:az': 'String' } }],
  });
  expect((await idsAt(archive, 0, 0, 0)).sort()).toEqual(['r0', 'r1', 'r2']);
  for (const level of [8, 14])
    for (const [i, [x, y]] of places.entries())
      expect(await idsAt(archive, level, ...tileOf(level, x, y))).toEqual([`r${i}`]);
  expect((await archiveOf(records)).bytes).toEqual(bytes);
});

test('where more meet a tile than it takes, small ones are counted together and none is lost', async () => {
  const count = 10_200;
  const records = Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    geometry: {
      type: 'Point' as const,
      coordinates: [45 + (i % 120) / 4000, 39 + Math.floor(i / 120) / 4000],
    },
    properties: {},
  }));
  const { archive } = await archiveOf(records);
  const tile = await archive.getZxy(0, 0, 0);
  const layer = new VectorTile(new PbfReader(new Uint8Array(tile!.data))).layers.sites!;
  let counted = 0;
  for (let i = 0; i < layer.length; i++) counted += Number(layer.feature(i).properties['ufuq:count'] ?? 1);
  expect(counted).toBe(count);
  expect(tile!.data.byteLength).toBeLessThan(500_000);
});

test('records without a place make an archive without tiles', async () => {
  const { archive } = await archiveOf([{ id: 'a', geometry: null, properties: {} }]);
  expect(await archive.getHeader()).toMatchObject({ numAddressedTiles: 0 });
});
