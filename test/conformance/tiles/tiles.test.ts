import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../../src/kernel/log/intent.ts';
import { conformance } from '../../../src/standards/tiles/conformance.ts';
import { byAdministrator } from '../../engines/kernel.ts';
import { areas, counts, hidden, towns } from '../features/registers.ts';
import { bearer, openTilesApi, type TilesApi } from './tiles-api.ts';

/** OGC 20-057 and 17-083r4, abstract tests by requirement id. */
let api: TilesApi;

const baku = '9/193/326';
const zero = '0/0/0';

beforeAll(async () => {
  api = await openTilesApi([towns, areas, counts, hidden]);
  const square = (x: number) => [
    [
      [x, 40],
      [x + 1, 40],
      [x + 1, 41],
      [x, 41],
      [x, 40],
    ],
  ];
  const town = (record: string, x: number, more: object = {}): Intent => ({
    verb: 'create',
    register: 'towns',
    record,
    body: {
      properties: { name: { az: record, en: `Town ${record}` }, secret: 'hush', ...more },
      geometry: { type: 'Point', coordinates: [x, 40.4] },
    },
  });
  const area = (record: string, x: number, since: string): Intent => ({
    verb: 'create',
    register: 'areas',
    record,
    body: {
      properties: { label: record, since },
      geometry: { type: 'MultiPolygon', coordinates: [square(x)] },
    },
  });
  await api.kernel.writer.write(
    [
      town('bakı', 49.87, { population: 2_300_000, rank: 'city' }),
      town('gəncə', 46.36, { population: 330_000, rank: 'town' }),
      area('old', 49, '1990-01-01'),
      area('future', 47, '2999-01-01'),
    ],
    byAdministrator,
  );
});
afterAll(() => api.close());

const rel = (document: { links: { rel: string; href: string; type: string }[] }, name: string) =>
  document.links.filter((link) => link.rel.endsWith(name));
const layers = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes)).layers;
const ids = (bytes: Uint8Array, layer: string): unknown[] => {
  const found = layers(bytes)[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => found!.feature(i).properties.id).sort();
};
const tile = (query = '', at = zero, collection = 'towns') =>
  api.get(`/collections/${collection}/tiles/WebMercatorQuad/${at}${query}`);

test('/req/*/conformance-success: the classes are declared', async () => {
  const { body } = await api.get('/conformance');
  expect(body.conformsTo).toEqual(expect.arrayContaining([...conformance]));
});

describe('/req/core', () => {
  test('tc-op, tc-success: a tile of the template is a vector tile of what lies in it', async () => {
    const answer = await tile('', baku);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'application/vnd.mapbox-vector-tile',
    ]);
    expect(ids(answer.bytes, 'towns')).toEqual(['bakı']);
    expect(ids((await tile()).bytes, 'towns')).toEqual(['bakı', 'gəncə']);
  });

  test('tc-error: what is out of range is 404 and says what would be right; what is empty is 204', async () => {
    for (const path of ['99/0/0', '1/2/0', '1/0/-1', '1/0/x', '9/0/0']) {
      const { status, body } = await tile('', path);
      expect([path, status, body.type]).toEqual([path, 404, expect.stringContaining('not-found')]);
      expect(body.errors[0].detail).toMatch(path === '9/0/0' ? /from row \d+ to \d+/ : /WebMercatorQuad/);
    }
    expect((await api.get('/collections/towns/tiles/NoGrid/0/0/0')).body.errors[0].detail).toMatch(
      /WorldCRS84Quad/,
    );
    // Between the two towns, within the limits.
    const empty = await tile('', '9/193/324');
    expect([empty.status, empty.bytes.length]).toEqual([204, 0]);
    expect((await tile('?f=png')).status).toBe(400);
    expect((await tile('?nonsense=1')).status).toBe(400);
  });
});

describe('/req/mvt/content', () => {
  test('coordinates are linear in the tile, 0,0 at its top left, in every grid', async () => {
    for (const grid of ['WebMercatorQuad', 'WorldCRS84Quad', 'UTM38WGS84Quad', 'UTM39WGS84Quad']) {
      const { body } = await api.get(`/collections/towns/tiles/${grid}`);
      const limits = body.tileMatrixSetLimits.find(
        (each: { tileMatrix: string }) => each.tileMatrix === '10',
      );
      const seen: string[] = [];
      for (let row = limits.minTileRow; row <= limits.maxTileRow; row++)
        for (let column = limits.minTileCol; column <= limits.maxTileCol; column++) {
          const { bytes, status } = await api.get(`/collections/towns/tiles/${grid}/10/${row}/${column}`);
          if (status === 204) continue;
          const layer = layers(bytes).towns!;
          for (let i = 0; i < layer.length; i++) {
            const [[{ x, y }]] = layer.feature(i).loadGeometry() as unknown as [[{ x: number; y: number }]];
            if (x >= 0 && x < 4096 && y >= 0 && y < 4096) seen.push(String(layer.feature(i).properties.id));
          }
        }
      expect([grid, seen.sort()]).toEqual([grid, ['bakı', 'gəncə']]);
    }
  });

  test('values keep their types, languages stand apart, what is restricted is absent', async () => {
    const layer = layers((await tile('', baku)).bytes).towns!;
    expect(layer.feature(0).properties).toMatchObject({
      id: 'bakı',
      'name:az': 'bakı',
      'name:en': 'Town bakı',
      population: 2_300_000,
      rank: 'city',
    });
    expect(layer.feature(0).properties).not.toHaveProperty('secret');
    const all = await api.get(`/collections/towns/tiles/WebMercatorQuad/${baku}`, bearer);
    expect(layers(all.bytes).towns!.feature(0).properties).toHaveProperty('secret', 'hush');
  });
});

describe('/req/tilesets-list and /req/tileset', () => {
  test('tileset-links: every tileset says its data, grid and where it is', async () => {
    for (const url of ['/tiles', '/collections/towns/tiles']) {
      const { body } = await api.get(url);
      expect(body.tilesets).toHaveLength(4);
      for (const each of body.tilesets) {
        expect(each.dataType).toBe('vector');
        expect(each.crs).toMatch(/^http/);
        for (const name of ['self', 'tiling-scheme']) {
          const [link] = rel(each, name);
          expect((await api.get(link!.href.replace('http://localhost:80', ''))).status).toBe(200);
        }
      }
    }
  });

  test('a list of tilesets under a question leads to tilesets under the same question', async () => {
    const { body } = await api.get('/tiles?collections=towns&datetime=2020-01-01');
    const [link] = rel(body.tilesets[0], 'self');
    const tileset = await api.get(link!.href.replace('http://localhost:80', ''));
    expect(tileset.body.layers.map(({ id }: { id: string }) => id)).toEqual(['towns']);
    expect(rel(tileset.body, 'item')[0]!.href).toContain('datetime=2020-01-01');
  });

  test('description: limits, layers, templates and the grid', async () => {
    const { body } = await api.get('/collections/towns/tiles/WebMercatorQuad');
    expect(body.tileMatrixSetURI).toMatch(/WebMercatorQuad$/);
    const [item] = body.links.filter((link: { rel: string }) => link.rel === 'item');
    expect(item).toMatchObject({ templated: true, type: 'application/vnd.mapbox-vector-tile' });
    expect(item.href).toMatch(/\{tileMatrix\}\/\{tileRow\}\/\{tileCol\}$/);
    expect(body.layers[0].propertiesSchema.properties.rank.enum).toEqual(['city', 'town']);
    expect(body.layers[0].propertiesSchema.properties).not.toHaveProperty('secret');
    const all = await api.get('/collections/towns/tiles/WebMercatorQuad', bearer);
    const drawn = await api.get(`/collections/towns/tiles/WebMercatorQuad/${baku}`, bearer);
    const described = Object.keys(all.body.layers[0].propertiesSchema.properties);
    expect(described).toEqual(
      expect.arrayContaining(Object.keys(layers(drawn.bytes).towns!.feature(0).properties)),
    );
    const limits = body.tileMatrixSetLimits[9];
    expect(limits).toMatchObject({
      tileMatrix: '9',
      minTileRow: 193,
      maxTileRow: 193,
      maxTileCol: 326,
    });
  });

  test('TileJSON: a template that answers, bounds, layers with their fields', async () => {
    const { body, headers } = await api.get(
      '/collections/towns/tiles/WebMercatorQuad?f=tilejson&datetime=2020-01-01',
    );
    expect(headers['content-type']).toBe('application/vnd.mapbox.tile+json');
    const url = body.tiles[0].replace('http://localhost:80', '').replace('{z}/{y}/{x}', zero);
    expect(url).toContain('datetime=2020-01-01');
    expect((await api.get(url)).status).toBe(200);
    expect(body.vector_layers[0].fields).toHaveProperty('name:en');
    expect(body.bounds[0]).toBeCloseTo(46.36, 3);
  });
});

test('tilematrixset, json-tilematrixset: definitions of 17-083r4', async () => {
  const { body } = await api.get('/tileMatrixSets');
  expect(body.tileMatrixSets).toHaveLength(4);
  for (const each of body.tileMatrixSets) {
    const { body: grid } = await api.get(`/tileMatrixSets/${each.id}`);
    expect(grid).toMatchObject({ id: each.id, crs: each.crs });
    for (const matrix of grid.tileMatrices)
      expect(matrix).toMatchObject({
        tileWidth: 256,
        cornerOfOrigin: 'topLeft',
        pointOfOrigin: expect.any(Array),
      });
  }
});

test('dataset-tilesets/landingpage, geodata-tilesets/desc-links', async () => {
  expect(rel((await api.get('/')).body, 'tilesets-vector')[0]!.href).toMatch(/\/tiles$/);
  const { body } = await api.get('/collections/towns');
  expect(rel(body, 'tilesets-vector')[0]!.href).toMatch(/\/collections\/towns\/tiles$/);
  expect(rel((await api.get('/collections/counts')).body, 'tilesets-vector')).toEqual([]);
  for (const id of ['counts', 'hidden', 'nothing'])
    expect((await api.get(`/collections/${id}/tiles`)).status).toBe(404);
});

describe('/req/collections-selection', () => {
  test('only the collections named are in the tile, in their order', async () => {
    const both = await api.get(`/tiles/WebMercatorQuad/${zero}?collections=areas,towns`);
    expect(Object.keys(layers(both.bytes))).toEqual(['areas', 'towns']);
    const one = await api.get(`/tiles/WebMercatorQuad/${zero}?collections=towns`);
    expect(Object.keys(layers(one.bytes))).toEqual(['towns']);
    const { status, body } = await api.get(`/tiles/WebMercatorQuad/${zero}?collections=towns,hidden`);
    expect([status, body.errors[0].detail]).toEqual([400, expect.stringContaining('areas')]);
  });
});

describe('/req/datetime', () => {
  test('datetime and subset=datetime(…) ask the same', async () => {
    const at = (query: string) => tile(query, zero, 'areas').then(({ bytes }) => ids(bytes, 'areas'));
    expect(await at('')).toEqual(['old']);
    expect(await at('?datetime=3000-01-01')).toEqual(['future', 'old']);
    expect(await at('?subset=datetime(%223000-01-01%22)')).toEqual(['future', 'old']);
    expect(await at('?subset=datetime(*:%221980-01-01%22)')).toEqual([]);
    expect((await tile('?subset=Lat(1)')).status).toBe(400);
  });
});

test('filter, properties and asOf narrow tiles as they narrow items', async () => {
  expect(ids((await tile("?filter=rank='city'")).bytes, 'towns')).toEqual(['bakı']);
  const bare = layers((await tile('?properties=population', baku)).bytes).towns!.feature(0).properties;
  expect(bare).toEqual({ id: 'bakı', rank: 'city', population: 2_300_000 });
  expect((await tile("?filter=secret='hush'")).status).toBe(400);
  expect((await tile('?properties=secret')).status).toBe(400);
  const first = (await api.kernel.reader.position()) - 3;
  expect(ids((await tile(`?asOf=${first}`)).bytes, 'towns')).toEqual(['bakı']);
  expect((await tile('?asOf=0')).status).toBe(204);
});

test('/req/oas30: operations by the ids that the standard names, each of them in the description', async () => {
  const { body } = await api.get('/api');
  const names = Object.values(body.paths as Record<string, { get?: { operationId: string } }>).map(
    (item) => item.get?.operationId,
  );
  for (const suffix of ['getTileSetsList', 'getTileSet', 'getTile'])
    for (const kind of ['dataset.vector', 'collection.vector'])
      expect(names.some((name) => name?.endsWith(`${kind}.${suffix}`))).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});
