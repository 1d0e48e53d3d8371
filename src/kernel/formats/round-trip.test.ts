import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapPositions } from '../geo/geometry-positions.ts';
import { createSink } from './create-sink.ts';
import { type FormatId, formatOf } from './formats.ts';
import { openSource } from './open-source.ts';
import type { SinkLayer, SinkRecord } from './sink.ts';
import type { SourceLayer, SourceRecord } from './source.ts';

const layer: SinkLayer = {
  id: 'sinaq-qatı',
  title: 'Sınaq',
  geometry: 'Geometry',
  fields: [
    { name: 'Ad', type: 'string' },
    { name: 'adSecond', type: 'string' },
    { name: 'count', type: 'integer' },
    { name: 'heightM', type: 'number' },
    { name: 'isOpen', type: 'boolean' },
    { name: 'since', type: 'date' },
    { name: 'changed', type: 'timestamp' },
    { name: 'tags', type: 'array', items: 'string' },
    { name: 'title', type: 'object' },
  ],
};

const polygon: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [49.1, 40.2],
      [49.90000000000001, 40.2],
      [49.9, 40.9],
      [49.1, 40.2],
    ],
    [
      [49.6, 40.4],
      [49.7, 40.5],
      [49.7, 40.4],
      [49.6, 40.4],
    ],
  ],
};

function record(n: number, geometry: Geometry | null, empty = false): SinkRecord {
  return {
    id: `AZ-${n}`,
    geometry,
    properties: {
      Ad: empty ? null : `Bakı "${n}", باکو & <Gəncə>`,
      adSecond: empty ? '' : '007',
      count: empty ? null : 2 ** 40 + n,
      heightM: empty ? null : 0.1 + 0.2,
      isOpen: empty ? null : n % 2 === 0,
      since: empty ? null : '1918-05-28',
      changed: empty ? null : '2024-02-29T23:59:58.125Z',
      tags: empty ? null : ['a', 'ə'],
      title: empty ? null : { az: 'Bakı', n },
    },
  };
}

const records: readonly SinkRecord[] = [
  record(1, { type: 'Point', coordinates: [49.86712345678901, 40.409912345678904] }),
  record(2, polygon),
  record(3, {
    type: 'MultiPolygon',
    coordinates: [
      polygon.coordinates as never,
      [
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    ] as never,
  }),
  record(4, {
    type: 'LineString',
    coordinates: [
      [49, 40, 12.5],
      [50, 41, -28],
    ],
  }),
  record(5, {
    type: 'MultiPoint',
    coordinates: [
      [49, 40],
      [-179.5, -89],
    ],
  }),
  record(6, {
    type: 'MultiLineString',
    coordinates: [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ],
  }),
  record(7, {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Point', coordinates: [1, 2] },
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
  }),
  record(8, null),
  record(9, { type: 'Point', coordinates: [0, 0] }, true),
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ufuq-round-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function roundTrip(
  format: FormatId,
  written: readonly SinkRecord[],
  to: SinkLayer = layer,
  epsg = 4326,
) {
  const sink = createSink(format, { layer: to, epsg });
  const chunks: Uint8Array[] = [];
  for (let i = 0; i < written.length; i += 4) {
    const chunk = await sink.write(written.slice(i, i + 4));
    if (chunk !== undefined) chunks.push(Buffer.from(chunk as string));
  }
  for await (const chunk of sink.end()) chunks.push(Buffer.from(chunk as string));
  const path = join(folder, `file.${sink.extension}`);
  await writeFile(path, Buffer.concat(chunks));
  const source = await openSource({ path });
  expect(source.format).toBe(format === 'jsonfg' ? 'geojson' : format);
  const layers: SourceLayer[] = [];
  const read: SourceRecord[] = [];
  for (const found of await source.layers()) {
    layers.push(found);
    for await (const batch of source.records(found.name)) read.push(...batch);
  }
  await source.close();
  return { layers, read };
}

const same = ({ geometry }: { geometry: Geometry | null }) => geometry;
const rounded = ({ geometry }: { geometry: Geometry | null }) =>
  geometry && mapPositions(geometry, (position) => position.map((value) => Number(value.toFixed(12))));

/** Properties without the column that carries the id. */
function plain({ properties }: SourceRecord): Record<string, unknown> {
  const { id: _, ...rest } = properties;
  return rest;
}

describe('export and import again gives the same records', () => {
  it.each(['geojson', 'geojsonseq', 'jsonfg', 'flatgeobuf', 'gpkg', 'geoparquet', 'csv', 'gml'] as const)(
    '%s: all of it',
    async (format) => {
      const { layers, read } = await roundTrip(format, records);
      expect(read.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
      expect(read.flatMap(({ problems }) => problems ?? [])).toEqual([]);
      // GDAL reads the text of GML coordinates to fifteen digits.
      const exact = format === 'gml' ? rounded : same;
      expect(read.map(exact)).toEqual(records.map(exact));
      expect(read.map(plain)).toEqual(records.map(({ properties }) => properties));
      expect(layers[0]!.crs?.epsg).toBe(4326);
      const types = Object.fromEntries(layers[0]!.fields.map((field) => [field.name, field.type]));
      expect(types).toMatchObject(Object.fromEntries(layer.fields.map(({ name, type }) => [name, type])));
    },
  );

  it.each(['flatgeobuf', 'gpkg', 'geoparquet', 'csv', 'kml', 'geojson'] as const)(
    '%s tells a field named id from the id',
    async (format) => {
      const own: SinkLayer = { id: 'own', geometry: 'Point', fields: [{ name: 'id', type: 'string' }] };
      const one = {
        id: 'real',
        geometry: { type: 'Point', coordinates: [1, 2] },
        properties: { id: 'field' },
      } as const;
      const { read } = await roundTrip(format, [one as unknown as SinkRecord], own);
      expect(read[0]!.id).toBe('real');
      expect(read[0]!.properties.id).toBe('field');
    },
  );

  it('kml: types that KML knows, the rest as text', async () => {
    const { layers, read } = await roundTrip('kml', records);
    expect(layers[0]!.name).toBe(layer.id);
    expect(read.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(read.map(({ geometry }) => geometry)).toEqual(records.map(({ geometry }) => geometry));
    expect(plain(read[0]!)).toEqual({
      ...records[0]!.properties,
      tags: '["a","ə"]',
      title: '{"az":"Bakı","n":1}',
    });
    expect(read[8]!.properties.adSecond).toBe('');
    expect(read[8]!.properties.count).toBeNull();
  });

  it('xlsx: cells, and geometry as text', async () => {
    const { read } = await roundTrip('xlsx', records);
    expect(read.map(({ properties }) => properties.id)).toEqual(records.map(({ id }) => id));
    expect(read.map(({ geometry }) => geometry)).toEqual(records.map(({ geometry }) => geometry));
    expect(read[0]!.properties).toMatchObject({
      Ad: records[0]!.properties.Ad,
      isOpen: false,
      since: '1918-05-28',
      count: 2 ** 40 + 1,
    });
  });

  it('xlsx: a geometry that one cell does not take goes on in the next ones', async () => {
    const line = Array.from({ length: 3000 }, (_, i) => [40 + i / 7000, 41 + i / 9000]);
    const long = { ...record(1, { type: 'LineString', coordinates: line }), id: 'long' };
    const { layers, read } = await roundTrip('xlsx', [long, records[0]!]);
    expect(read.map(({ geometry }) => geometry)).toEqual([long.geometry, records[0]!.geometry]);
    expect(layers[0]!.fields.filter(({ name }) => name.startsWith('geometry'))).toEqual([]);
  });

  it('xlsx: a geometry that no number of cells takes is told, and not read as none', async () => {
    const losses: string[] = [];
    const sink = createSink('xlsx', { layer, onLoss: (loss) => losses.push(loss) });
    const line = Array.from({ length: 30_000 }, (_, i) => [40 + i / 7000, 41 + i / 9000]);
    await sink.write([{ ...record(1, { type: 'LineString', coordinates: line }), id: 'long' }, records[0]!]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of sink.end()) chunks.push(Buffer.from(chunk as Uint8Array));
    const path = join(folder, 'long.xlsx');
    await writeFile(path, Buffer.concat(chunks));
    expect(losses).toEqual(['long-geometry']);
    const source = await openSource({ path });
    const read: SourceRecord[] = [];
    for await (const batch of source.records((await source.layers())[0]!.name)) read.push(...batch);
    await source.close();
    expect(read.map(({ problems }) => problems?.length ?? 0)).toEqual([1, 0]);
    expect(read[0]!.problems![0]!.severity).toBe('error');
  });

  it('shapefile: one file for each kind of geometry, short names', async () => {
    const shaped = records.filter(({ geometry }) => geometry?.type !== 'GeometryCollection');
    const { layers, read } = await roundTrip('shapefile', shaped);
    expect(layers.map(({ name }) => name).sort()).toEqual(
      ['line', 'line_z', 'multipoint', 'point', 'polygon']
        .map((family) => `${layer.id}_${family}`)
        .concat([layer.id])
        .sort(),
    );
    const byId = new Map(read.map((found) => [found.id, found]));
    for (const { id, geometry } of shaped) expect(byId.get(id)?.geometry).toEqual(geometry);
    expect(byId.get('AZ-2')!.properties).toMatchObject({
      Ad: shaped[1]!.properties.Ad,
      isOpen: 1,
      since: '1918-05-28',
      count: 2 ** 40 + 2,
    });
  });

  it('dxf: geometry', async () => {
    const lines: SinkLayer = { ...layer, geometry: 'LineString' };
    const one = record(1, {
      type: 'LineString',
      coordinates: [
        [49, 40],
        [50.123456789, 41],
      ],
    });
    const { read } = await roundTrip('dxf', [one], lines);
    expect(read).toHaveLength(1);
    expect(read[0]!.geometry?.type).toBe('LineString');
    const [, [x]] = (read[0]!.geometry as unknown as { coordinates: [number[], [number]] }).coordinates;
    expect(x).toBeCloseTo(50.123456789, 9);
  });

  it.each(['geojson', 'jsonfg', 'flatgeobuf', 'gpkg', 'geoparquet', 'csv', 'gml', 'shapefile'] as const)(
    '%s keeps metres of UTM 39N',
    async (format) => {
      const utm: SinkLayer = { ...layer, geometry: 'Point' };
      const one = record(1, { type: 'Point', coordinates: [403874.8381980001, 4473803.216881234] });
      const { layers, read } = await roundTrip(format, [one], utm, 32639);
      expect(layers[0]!.crs?.epsg).toBe(32639);
      expect(read[0]!.geometry).toEqual(one.geometry);
    },
  );

  it.each([
    'geojson',
    'geojsonseq',
    'flatgeobuf',
    'gpkg',
    'geoparquet',
    'csv',
    'kml',
    'gml',
    'shapefile',
    'xlsx',
    'dxf',
    'jsonfg',
  ] as const)('%s of no records is a whole file', async (format) => {
    const sink = createSink(format, { layer: { ...layer, geometry: 'Point' } });
    const other = createSink(format, { layer: { ...layer, geometry: 'Point' } });
    const chunks: Uint8Array[] = [Buffer.from((await sink.write([])) ?? '')];
    for await (const chunk of sink.end()) chunks.push(Buffer.from(chunk as string));
    const untouched: Uint8Array[] = [];
    for await (const chunk of other.end()) untouched.push(Buffer.from(chunk as string));
    if (['csv', 'geojson', 'jsonfg', 'kml', 'gml'].includes(format))
      expect(Buffer.concat(chunks).toString()).toBe(Buffer.concat(untouched).toString());
    if (format === 'geojsonseq') return expect(Buffer.concat(chunks)).toHaveLength(0);
    const path = join(folder, `empty.${formatOf(format)!.extensions[0]}`);
    await writeFile(path, Buffer.concat(chunks));
    const source = await openSource({ path });
    let count = 0;
    for (const { name } of await source.layers())
      for await (const batch of source.records(name)) count += batch.length;
    await source.close();
    expect(count).toBe(0);
  });
});
