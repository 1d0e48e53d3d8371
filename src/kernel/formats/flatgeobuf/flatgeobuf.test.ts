import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceRecord } from '../source.ts';
import { openFlatGeobuf } from './reader.ts';
import { flatGeobufSink } from './sink.ts';

/** The format's own library is the peer that both directions are held against. */
const geometries: readonly Geometry[] = [
  { type: 'Point', coordinates: [49.8671, 40.4093] },
  {
    type: 'LineString',
    coordinates: [
      [0, 1],
      [2, 3.5],
    ],
  },
  {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 0],
      ],
      [
        [5, 1],
        [6, 1],
        [6, 2],
        [5, 1],
      ],
    ],
  },
  {
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [2, 2],
        [3, 3],
        [4, 4],
      ],
    ],
  },
  {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
      [
        [
          [5, 5],
          [6, 5],
          [6, 6],
          [5, 5],
        ],
      ],
    ],
  },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ufuq-fgb-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function features(bytes: Uint8Array): Promise<Feature[]> {
  const found: Feature[] = [];
  for await (const feature of deserialize(bytes) as AsyncIterable<Feature>) found.push(feature);
  return found;
}

describe('FlatGeobuf', () => {
  it('that we write is read by the library of the format', async () => {
    const fields = [
      { name: 'ad', type: 'string' },
      { name: 'n', type: 'integer' },
      { name: 'ok', type: 'boolean' },
      { name: 'x', type: 'number' },
    ] as const;
    const sink = flatGeobufSink({
      layer: { id: 'a', fields, geometry: 'Geometry' },
      featureCount: geometries.length,
    });
    const properties = { ad: 'Gəncə', n: 7, ok: true, x: 0.1 };
    const bytes = sink.write(
      geometries.map((geometry, i) => ({ id: `r${i}`, geometry, properties })),
    ) as Uint8Array;
    const read = await features(bytes);
    expect(read.map(({ geometry }) => geometry)).toEqual(geometries);
    expect(read.map((feature) => feature.properties)).toEqual(
      geometries.map((_, i) => ({ id: `r${i}`, ...properties })),
    );
  });

  it('that the library writes is read by us', async () => {
    const collection: FeatureCollection = {
      type: 'FeatureCollection',
      features: geometries.map((geometry, i) => ({
        type: 'Feature',
        properties: { ad: `Bakı ${i}`, x: i / 3, ok: i > 2 },
        geometry,
      })),
    };
    const path = join(folder, 'peer.fgb');
    await writeFile(path, serialize(collection));
    const source = openFlatGeobuf({ path });
    const read: SourceRecord[] = [];
    for await (const batch of source.records('')) read.push(...batch);
    expect(read.map(({ geometry }) => geometry)).toEqual(geometries);
    expect(read.map(({ properties }) => properties)).toEqual(
      collection.features.map((feature) => feature.properties),
    );
  });
});
