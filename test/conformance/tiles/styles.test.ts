import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../../../src/registers/index.ts';
import { hidden } from '../features/registers.ts';
import { openTilesApi, type TilesApi } from './tiles-api.ts';

/** OGC API – Styles (draft 20-009), over the program's own registers. */
let api: TilesApi;

beforeAll(async () => {
  api = await openTilesApi([...registers, hidden]);
});
afterAll(() => api.close());

const placed = registers.filter(({ geometry }) => geometry !== null);

test('every register with places has a light and a dark style that MapLibre accepts', async () => {
  for (const { id } of placed)
    for (const appearance of ['light', 'dark']) {
      const { status, headers, body } = await api.get(`/collections/${id}/styles/${appearance}`);
      expect([id, status, headers['content-type']]).toEqual([id, 200, 'application/vnd.mapbox.style+json']);
      expect(validateStyleMin(body as StyleSpecification)).toEqual([]);
      const drawing = body.layers.filter((layer: { source?: string }) => layer.source !== undefined);
      expect(drawing.length).toBeGreaterThan(0);
      for (const layer of drawing) expect(layer['source-layer']).toBe(id);
      expect((await api.get(body.sources[id].url.replace('http://localhost:80', ''))).status).toBe(200);
    }
});

test('the whole map has styles of all registers that the caller sees, and no others', async () => {
  const { body } = await api.get('/styles');
  expect(body.styles.map(({ id }: { id: string }) => id)).toEqual(['light', 'dark']);
  const [link] = body.styles[1].links;
  const { body: style } = await api.get(link.href.replace('http://localhost:80', ''));
  expect(validateStyleMin(style as StyleSpecification)).toEqual([]);
  expect(Object.keys(style.sources).sort()).toEqual(placed.map(({ id }) => id).sort());
});

test('colours come from the code list, and the legend names them in the reader’s language', async () => {
  const { body } = await api.get('/collections/parcels/styles/light', { 'accept-language': 'ar' });
  const legend = body.metadata['ufuq:legend'].parcels;
  expect(legend).toMatchObject({ field: 'land_use', title: 'استعمال الأرض' });
  expect(legend.entries[0]).toMatchObject({ value: 'residential', title: 'سكني' });
  const [fill] = body.layers.filter((layer: { type: string }) => layer.type === 'fill');
  expect(JSON.stringify(fill.paint['fill-color'])).toContain(legend.entries[0].colour);
  const names = (
    await api.get('/collections/settlements/styles/light', { 'accept-language': 'fa' })
  ).body.layers.at(-1);
  expect(names.layout['text-field'].slice(0, 2)).toEqual(['coalesce', ['get', 'name:fa']]);
  expect(names.layout['symbol-sort-key']).toContainEqual(['coalesce', ['get', 'population'], 0]);
});

test('/req/core/style-md-op: every style links to what it is, is written in, and reads', async () => {
  const described = (each: { links: { rel: string; href: string }[] }) =>
    each.links.find(({ rel }) => rel === 'describedby')!.href.replace('http://localhost:80', '');
  const { body: own } = await api.get('/collections/parcels/styles');
  const { status, headers, body } = await api.get(described(own.styles[0]), { 'accept-language': 'en' });
  expect([status, headers['content-language']]).toEqual([200, 'en']);
  expect(body).toMatchObject({
    id: 'light',
    scope: 'style',
    description: expect.stringContaining('parcels'),
  });
  expect(body.stylesheets[0].link.href).toMatch(/\/collections\/parcels\/styles\/light$/);
  expect(body.layers).toMatchObject([
    { id: 'parcels', dataType: 'vector', geometryType: 'polygons', sampleData: { rel: 'start' } },
  ]);
  expect(Object.keys(body.layers[0].propertiesSchema)).toEqual(['land_use', 'cadastral_number']);

  const { body: whole } = await api.get('/styles');
  const { body: all } = await api.get(described(whole.styles[1]));
  expect(all.layers.map(({ id }: { id: string }) => id)).toEqual(placed.map(({ id }) => id));
  const { body: paths } = await api.get('/api');
  expect(paths.paths).toHaveProperty('/styles/{styleId}/metadata');
  const unknown = await api.get('/styles/blue/metadata');
  expect([unknown.status, unknown.body.errors[0].detail]).toEqual([404, expect.stringContaining('light')]);
});

test('links lead there; what has no style is 404', async () => {
  const { body } = await api.get('/collections/parcels');
  expect(body.links.some(({ rel }: { rel: string }) => rel.endsWith('/styles'))).toBe(true);
  for (const url of ['/collections/hidden/styles', '/collections/organisations/styles/light', '/styles/blue'])
    expect([url, (await api.get(url)).status]).toEqual([url, 404]);
});
