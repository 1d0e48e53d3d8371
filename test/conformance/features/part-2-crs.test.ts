import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byAdministrator } from '../../engines/kernel.ts';
import { openApi, type TestApi } from './api.ts';

/** OGC 18-058r1, Annex A. */
let api: TestApi;
const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

const point = async (query: string) => {
  const { body, headers } = await api.get(`/collections/towns/items/t0?${query}`);
  return { coordinates: body.geometry.coordinates as number[], header: headers['content-crs'] };
};

describe('/req/crs', () => {
  test('crs-uri, fc-md-crs-list: the default comes first', async () => {
    const { body } = await api.get('/collections/towns');
    expect(body.crs[0]).toBe(crs84);
    for (const code of [4326, 3857, 32638, 32639]) expect(body.crs).toContain(epsg(code));
    expect(body.crs).toContain(body.storageCrs);
  });

  test('fc-crs-default-value, ogc-crs-header, ogc-crs-header-value: Content-Crs in angle brackets', async () => {
    expect(await point('')).toEqual({ coordinates: [49.87, 40.41], header: `<${crs84}>` });
    const { headers } = await api.get('/collections/towns/items');
    expect(headers['content-crs']).toBe(`<${crs84}>`);
  });

  test('fc-crs-action: coordinates in the order of the reference system', async () => {
    const latFirst = await point(`crs=${epsg(4326)}`);
    expect(latFirst).toEqual({ coordinates: [40.41, 49.87], header: `<${epsg(4326)}>` });
    const utm = await point(`crs=${epsg(32639)}`);
    expect(utm.coordinates[0]).toBeCloseTo(404126, -2);
    expect(utm.coordinates[1]).toBeCloseTo(4473915, -2);
    const northing = await point(`crs=${epsg(28408)}`);
    expect(northing.coordinates[0]! / 1e6).toBeCloseTo(4.49, 1);
    expect(northing.coordinates[1]! / 1e6).toBeCloseTo(8.91, 1);
  });

  test('fc-crs-invalid-value, fc-bbox-crs-invalid-value', async () => {
    for (const name of ['crs', 'bbox-crs', 'filter-crs'])
      for (const value of ['http://www.opengis.net/def/crs/0/unsupported', epsg(999_999), epsg(4978), 'x']) {
        const { status, body } = await api.get(`/collections/towns/items?bbox=1,2,3,4&${name}=${value}`);
        expect([name, value, status]).toEqual([name, value, 400]);
        expect(body.errors[0].pointer).toBe(`parameter:${name}`);
      }
  });

  test('fc-bbox-crs-action: the same box in several systems finds the same', async () => {
    const ids = async (query: string) =>
      (await api.get(`/collections/towns/items?${query}`)).body.features.map(({ id }: { id: string }) => id);
    expect(await ids(`bbox=49,40,50,41&bbox-crs=${crs84}`)).toEqual(['t0']);
    expect(await ids(`bbox=40,49,41,50&bbox-crs=${epsg(4326)}`)).toEqual(['t0']);
    expect(await ids(`bbox=400000,4470000,410000,4480000&bbox-crs=${epsg(32639)}`)).toEqual(['t0']);
    expect(await ids(`bbox=5454655,4865942,5565974,5012341&bbox-crs=${epsg(3857)}`)).toEqual(['t0']);
  });

  test('coordinates that a system cannot hold are refused, not sent as null', async () => {
    const body = {
      properties: { name: { en: 'Pole' } },
      geometry: { type: 'Point' as const, coordinates: [10, 90] },
    };
    await api.kernel.writer.write(
      [{ verb: 'create', register: 'towns', record: 'pole', body }],
      byAdministrator,
    );
    for (const url of [
      '/collections/towns/items',
      '/collections/towns/items/pole',
      '/collections/towns/export',
    ]) {
      const f = url.endsWith('export') ? '&f=geojsonseq' : '';
      const { status, body: answer, text } = await api.get(`${url}?crs=${epsg(3857)}${f}`);
      if (status === 200) expect(text).not.toContain('null]');
      else expect([status, answer.errors[0].code]).toEqual([400, 'crs-out-of-area']);
    }
  });

  test('JSON-FG: other systems stand in place, WGS 84 in geometry', async () => {
    const utm = await api.get(`/collections/towns/items/t0?f=jsonfg&crs=${epsg(32639)}`);
    expect(utm.body).toMatchObject({ coordRefSys: epsg(32639), geometry: null, place: { type: 'Point' } });
    const wgs = await api.get('/collections/towns/items/t0?f=jsonfg');
    expect(wgs.body).toMatchObject({
      place: null,
      geometry: { type: 'Point' },
      time: null,
      featureType: 'towns',
    });
  });
});
