import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFormats, itemFormats } from '../../../src/standards/features/item-formats.ts';
import { bearer, openApi, type TestApi } from './api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

const files = (of: typeof itemFormats) => of.filter(({ sink }) => sink !== undefined);

describe.each(files(itemFormats))('a page as $title', ({ id, mediaType }) => {
  test('has the type and the number of records asked for', async () => {
    const { status, headers, text } = await api.get(`/collections/towns/items?f=${id}&limit=4`);
    expect([status, headers['content-type']]).toEqual([200, mediaType]);
    expect(headers['ogc-numberreturned']).toBe('4');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="towns\./);
    expect(text.length).toBeGreaterThan(100);
    if (id === 'geojsonseq') expect(text.trim().split('\n')).toHaveLength(4);
    if (id === 'csv') expect(text.trim().split(/\r?\n/)).toHaveLength(5);
  });
});

describe.each(files(exportFormats))('all records as $title', ({ id, mediaType }) => {
  test('come as one file', async () => {
    const { status, headers, text } = await api.get(
      `/collections/towns/export?f=${id}&filter=population>1000`,
    );
    expect([status, headers['content-type']]).toEqual([200, mediaType]);
    if (id === 'geojson') expect(JSON.parse(text).features).toHaveLength(8);
    else expect(text.length).toBeGreaterThan(100);
  }, 120_000);
});

test('an export has no pages', async () => {
  expect((await api.get('/collections/towns/export?f=csv&limit=2')).status).toBe(400);
  expect((await api.get('/collections/towns/export?f=html')).status).toBe(400);
  expect((await api.get('/collections/towns/export?f=csv&filter=nope%3D1')).status).toBe(400);
});

test('an export says nothing that the caller may not see', async () => {
  expect((await api.get('/collections/towns/export?f=csv')).text).not.toContain('secret');
  expect((await api.get('/collections/towns/export?f=csv', bearer)).text).toContain(
    'only for the administrator',
  );
});

test('GeoJSON in a system that is latitude first says latitude first', async () => {
  const crs = 'http://www.opengis.net/def/crs/EPSG/0/4326';
  const { text, headers } = await api.get(
    `/collections/towns/export?f=geojson&filter=capital%3Dtrue&crs=${crs}`,
  );
  expect(JSON.parse(text).features[0].geometry.coordinates).toEqual([40.41, 49.87]);
  expect(headers['content-crs']).toBe(`<${crs}>`);
});

describe('/search', () => {
  const search = async (q: string, more = '') =>
    (await api.get(`/search?q=${encodeURIComponent(q)}${more}`)).body.hits;

  test('finds words whatever their case and accents, in the titles of all registers', async () => {
    expect((await search('GƏNCƏ')).map(({ id }: { id: string }) => id)).toEqual(['t1']);
    expect((await search('susa')).map(({ id }: { id: string }) => id)).toEqual(['t6']);
    expect((await search('TOWN 3')).map(({ id }: { id: string }) => id)).toEqual(['t3']);
    expect(await search('area nor')).toMatchObject([
      { register: 'areas', registerTitle: 'Areas', id: 'north', title: 'Area north' },
    ]);
    expect((await search('town', '&limit=2')).length).toBe(2);
  });

  test('takes signs as they are and finds nothing that is hidden', async () => {
    expect(await search('%')).toEqual([]);
    expect(await search("'; drop table x; --")).toEqual([]);
    expect(await search('administrator')).toEqual([]);
    expect((await api.get('/search?q=%20')).status).toBe(400);
  });
});
