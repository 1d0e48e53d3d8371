import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from './api.ts';

/** OGC 19-079r2, Annex A. What CQL2 itself means is tested with the language. */
let api: TestApi;

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

const items = async (query: Record<string, string>, register = 'towns') => {
  const { body, status } = await api.get(`/collections/${register}/items?${new URLSearchParams(query)}`);
  return {
    status,
    ids: body.features?.map(({ id }: { id: string }) => id),
    errors: body.errors,
    matched: body.numberMatched,
  };
};

test('what QGIS looks for before it pushes filters down is declared', async () => {
  const { body } = await api.get('/conformance');
  for (const uri of [
    'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter',
    'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter',
    'http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2',
    'http://www.opengis.net/spec/cql2/1.0/conf/cql2-text',
  ])
    expect(body.conformsTo).toContain(uri);
});

describe('/req/filter', () => {
  test('filter-param, filter-lang-param, default-filter-lang, filter-lang-default', async () => {
    expect((await items({ filter: 'population > 7000' })).ids).toEqual(['t8', 't9']);
    expect((await items({ filter: 'population > 7000', 'filter-lang': 'cql2-text' })).ids).toEqual([
      't8',
      't9',
    ]);
    const json = JSON.stringify({ op: '>', args: [{ property: 'population' }, 7000] });
    expect((await items({ filter: json, 'filter-lang': 'cql2-json' })).ids).toEqual(['t8', 't9']);
    expect((await items({ filter: 'x', 'filter-lang': 'sql' })).status).toBe(400);
  });

  test('filter-crs-param, filter-crs-wgs84: geometries of the filter in another system', async () => {
    const box = (a: number, b: number, c: number, d: number) =>
      `S_INTERSECTS(geometry, BBOX(${a}, ${b}, ${c}, ${d}))`;
    expect((await items({ filter: box(49, 40, 50, 41) })).ids).toEqual(['t0']);
    const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
    expect((await items({ filter: box(40, 49, 41, 50), 'filter-crs': epsg(4326) })).ids).toEqual(['t0']);
    const utm = box(400000, 4470000, 410000, 4480000);
    expect((await items({ filter: utm, 'filter-crs': epsg(32639) })).ids).toEqual(['t0']);
  });

  test('expression-construction, mixing-expressions: filter, box and properties hold together', async () => {
    const found = await items({ filter: 'capital = FALSE', rank: 'city', bbox: '45,40,48,42' });
    expect(found.ids).toEqual(['t1', 't2']);
  });

  test('response: a filter that is not understood, or asks for what is not there, is 400 with place and remedy', async () => {
    const syntax = await items({ filter: 'population >' });
    expect(syntax.status).toBe(400);
    expect(syntax.errors[0].pointer).toMatch(/^parameter:filter/);
    const unknown = await items({ filter: "nope = 1 and secret = 'x'" });
    expect(unknown.errors).toHaveLength(2);
    expect(unknown.errors[0].detail).toContain('population');
    const deep = await items({ filter: `${'('.repeat(500)}true${')'.repeat(500)}` });
    expect([deep.status, deep.errors[0].code]).toEqual([400, 'cql2-too-deep']);
  });

  test('what a caller does not see, no filter and no order finds out', async () => {
    expect((await items({ filter: "secret LIKE '%'" })).status).toBe(400);
    expect((await items({ secret: 'x' })).status).toBe(400);
    expect((await items({ sortby: 'secret' })).status).toBe(400);
    expect((await items({ properties: 'secret' })).status).toBe(400);
  });
});

describe('/req/queryables and /req/queryables-query-parameters', () => {
  test('queryables are listed, and each is a parameter', async () => {
    const { body } = await api.get('/collections/towns/queryables');
    expect(body.properties.geometry).toMatchObject({ format: 'geometry-point' });
    const values: Record<string, [string, string[]]> = {
      id: ['t3', ['t3']],
      code: ['C4', ['t4']],
      population: ['5000', ['t5']],
      height: ['-5.5', ['t0']],
      capital: ['true', ['t0']],
      founded: ['1912-05-01', ['t2']],
      visited: ['2020-01-09T12:00:00Z', ['t8']],
      rank: ['city', ['t0', 't1', 't2']],
      tags: ['odd', ['t1', 't3', 't5', 't7', 't9']],
      name: ['Gəncə', ['t1']],
    };
    for (const [name, [value, ids]] of Object.entries(values)) {
      expect(Object.keys(body.properties)).toContain(name);
      expect([name, (await items({ [name]: value })).ids]).toEqual([name, ids]);
    }
    expect((await items({ population: 'many' })).errors[0]).toMatchObject({
      pointer: 'parameter:population',
      code: 'type-integer',
    });
  });
});

describe('order, properties and geometry', () => {
  test('sortby', async () => {
    expect((await items({ sortby: 'rank,-population', limit: '4' })).ids).toEqual(['t2', 't1', 't0', 't9']);
    expect((await items({ sortby: '+population', limit: '2' })).ids).toEqual(['t0', 't1']);
    expect((await items({ sortby: 'nothing' })).errors[0].detail).toContain('population');
    const { body } = await api.get('/collections/towns/items?sortby=name&limit=100');
    const names = body.features.map(
      ({ properties }: { properties: { name?: { en: string } } }) => properties.name?.en,
    );
    expect(names).toEqual([...names].sort());
  });

  test('properties, skipGeometry', async () => {
    const { body } = await api.get('/collections/towns/items?properties=code,rank&skipGeometry=true&limit=1');
    expect(body.features[0]).toMatchObject({ geometry: null, properties: { code: 'C0', rank: 'city' } });
    expect(Object.keys(body.features[0].properties)).toEqual(['code', 'rank']);
  });
});

test('pages of one question do not see what is written meanwhile', async () => {
  const first = await api.get('/collections/counts/items?limit=2');
  const next = new URL(first.body.links.find((link: { rel: string }) => link.rel === 'next').href);
  await api.kernel.writer.write(
    [4, 5].map((value) => ({
      verb: 'create' as const,
      register: 'counts',
      record: `n${value}`,
      body: { properties: { at: '2024-01-01T00:00:00Z', value }, geometry: null },
    })),
    { caller: { kind: 'administrator', name: 'x' }, cause: 'test' },
  );
  const second = await api.get(next.pathname + next.search);
  expect(second.body).toMatchObject({ numberMatched: 3, numberReturned: 1 });
  expect((await api.get('/collections/counts/items')).body.numberMatched).toBe(5);
  const known = await api.get(`/collections/counts/items?asOf=${first.body.logPosition}`);
  expect(known.body.numberMatched).toBe(3);
});

test('/functions lists what filters may call', async () => {
  const { body } = await api.get('/functions');
  expect(body.functions.map(({ name }: { name: string }) => name)).toContain('upper');
});
