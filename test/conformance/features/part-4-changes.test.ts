import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearer, openApi, type TestApi } from './api.ts';

/** OGC 20-002, Annex A: create-replace-delete, update, optimistic-locking-etags, features. */
let api: TestApi;

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

const geoJson = { 'content-type': 'application/geo+json' };
const mergePatch = { 'content-type': 'application/merge-patch+json' };
const items = '/collections/towns/items';
let serial = 0;
const feature = (properties: object = {}, more: object = {}) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [49, 40] },
  properties: { name: { en: 'New' }, code: `N${++serial}`, ...properties },
  ...more,
});
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
const send = (method: Method, url: string, payload?: unknown, headers: Record<string, string> = geoJson) =>
  api.send({
    method,
    url,
    headers: {
      ...bearer,
      ...(payload === undefined ? {} : headers),
      ...(payload === undefined ? (headers['if-match'] ? { 'if-match': headers['if-match'] } : {}) : {}),
    },
    ...(payload === undefined
      ? {}
      : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  });
const create = async (properties: object = {}) =>
  (await send('POST', items, feature(properties))).headers.location!.replace('http://localhost:80', '');

test('without the administrator token nothing changes', async () => {
  const before = await api.kernel.reader.position();
  for (const [method, url] of [
    ['POST', items],
    ['PUT', `${items}/t1`],
    ['PATCH', `${items}/t1`],
    ['DELETE', `${items}/t1`],
  ] as const) {
    const answer = await api.send({ method, url, headers: geoJson, payload: JSON.stringify(feature()) });
    expect([method, answer.status, answer.headers['www-authenticate']]).toEqual([
      method,
      401,
      'Bearer realm="ufuq"',
    ]);
  }
  expect(await api.kernel.reader.position()).toBe(before);
});

describe('/conf/create-replace-delete', () => {
  test('options', async () => {
    const collection = await send('OPTIONS', items);
    expect([collection.status, collection.headers.allow]).toEqual([200, 'GET, POST, HEAD, OPTIONS']);
    expect(collection.headers['accept-post']).toContain('application/geo+json');
    const record = await send('OPTIONS', `${items}/t1`);
    expect(record.headers.allow).toBe('GET, PUT, PATCH, DELETE, HEAD, OPTIONS');
    expect(record.headers['accept-patch']).toBe('application/merge-patch+json');
  });

  test('create: 201 and a Location that answers with what was sent', async () => {
    const sent = feature({ population: 12 });
    const made = await send('POST', items, sent);
    expect([made.status, made.text]).toEqual([201, '']);
    const { body, headers } = await api.get(made.headers.location!.replace('http://localhost:80', ''));
    expect(body).toMatchObject({ geometry: sent.geometry, properties: sent.properties });
    expect(made.headers.etag!.replace('.full', '')).toBe(headers.etag);
    const named = await send('POST', items, feature({}, { id: 'my town/1' }));
    expect(named.headers.location).toBe('http://localhost:80/collections/towns/items/my%20town%2F1');
    expect((await api.get(`${items}/my%20town%2F1`)).body.id).toBe('my town/1');
    expect((await send('POST', items, feature({}, { id: 't1' }))).status).toBe(409);
  });

  test('create-content-type, replace-content-type, update-content-type: 400 without, 415 for others', async () => {
    for (const [method, url] of [
      ['POST', items],
      ['PUT', `${items}/t1`],
      ['PATCH', `${items}/t1`],
    ] as const) {
      expect([method, (await send(method, url, feature(), {})).status]).toEqual([method, 400]);
      expect([method, (await send(method, url, '<a/>', { 'content-type': 'text/xml' })).status]).toEqual([
        method,
        415,
      ]);
    }
    expect((await send('PATCH', `${items}/t1`, feature())).status).toBe(415);
    const refused = await send('POST', items, 'x', { 'content-type': 'text/plain' });
    expect(refused.body.detail).toContain('understood are application/geo+json');
  });

  test('an id that a URL takes for another place is refused, one with signs in it is not', async () => {
    for (const id of ['.', '..']) {
      const { status, body } = await send('POST', items, feature({}, { id }));
      expect([id, status, body.errors[0].code]).toEqual([id, 422, 'record-id']);
    }
    const { status } = await send('POST', items, feature({}, { id: 'a/..%2F?#' }));
    expect(status).toBe(201);
    expect((await api.get(`${items}/${encodeURIComponent('a/..%2F?#')}`)).status).toBe(200);
  });

  test('replace, replace-rid', async () => {
    const url = await create({ population: 1 });
    expect((await send('PUT', url, feature({ height: 2 }))).status).toBe(204);
    const { body } = await api.get(url);
    expect(body.properties.height).toBe(2);
    expect(body.properties.population).toBeUndefined();
    expect((await send('PUT', url, feature({}, { id: 'another' }))).status).toBe(400);
  });

  test('replace-exceptions: PUT makes what is not there, unless If-Match says that it is', async () => {
    const made = await send('PUT', `${items}/put-1`, feature());
    expect([made.status, made.headers.location]).toEqual([
      201,
      'http://localhost:80/collections/towns/items/put-1',
    ]);
    expect((await send('PUT', `${items}/put-2`, feature(), { ...geoJson, 'if-match': '"xyz"' })).status).toBe(
      412,
    );
    expect((await api.get(`${items}/put-2`)).status).toBe(404);
    expect(
      (await send('PUT', `${items}/put-1`, feature(), { ...geoJson, 'if-none-match': '*' })).status,
    ).toBe(412);
    const { body } = await api.get('/collections/towns');
    expect(body.supportsNonAutogeneratedResourceIds).toBe(true);
  });

  test('delete: gone from now on, not from the log', async () => {
    const url = await create();
    expect((await send('DELETE', url)).status).toBe(204);
    expect((await api.get(url)).status).toBe(404);
    expect((await send('DELETE', url)).status).toBe(404);
    const { body } = await api.get(`${url}/history`);
    expect(body.entries.map((entry: { body: unknown }) => entry.body === null)).toEqual([true, false]);
  });
});

describe('/conf/update', () => {
  test('update: merge patch changes, adds and removes; other parts stay', async () => {
    const url = await create({ population: 1, height: 2 });
    const patch = {
      properties: { population: 5, rank: 'city', height: null },
      geometry: { type: 'Point', coordinates: [1, 2] },
    };
    expect((await send('PATCH', url, patch, mergePatch)).status).toBe(204);
    const { body } = await api.get(url);
    expect(body.geometry.coordinates).toEqual([1, 2]);
    expect(body.properties).toMatchObject({ population: 5, rank: 'city', name: { en: 'New' } });
    expect(body.properties.height).toBeUndefined();
    expect((await send('PATCH', url, { id: 'other' }, mergePatch)).status).toBe(400);
    expect((await send('PATCH', `${items}/nothing`, patch, mergePatch)).status).toBe(404);
  });
});

describe('RFC 7396', () => {
  /** Those examples of appendix A whose documents a property can hold. */
  test.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ a: 'foo' }, null, undefined],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('appendix A: %j with %j becomes %j', async (original, patch, result) => {
    const url = await create({ extra: original });
    expect((await send('PATCH', url, { properties: { extra: patch } }, mergePatch)).status).toBe(204);
    expect((await api.get(url)).body.properties.extra).toEqual(result);
  });

  test('parts of a geometry are merged, and a whole one takes its place', async () => {
    const url = await create();
    const move = { geometry: { coordinates: [3, 4] } };
    expect((await send('PATCH', url, move, mergePatch)).status).toBe(204);
    expect((await api.get(url)).body.geometry).toEqual({ type: 'Point', coordinates: [3, 4] });
    const utm = { ...mergePatch, 'content-crs': '<http://www.opengis.net/def/crs/EPSG/0/32639>' };
    const refused = await send('PATCH', url, move, utm);
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'geometry-form']);
    expect((await send('PATCH', url, { geometry: null }, mergePatch)).status).toBe(204);
    expect((await api.get(url)).body.geometry).toBe(null);
  });
});

describe('/conf/optimistic-locking-etags', () => {
  test.each(['PUT', 'PATCH', 'DELETE'] as const)('%s with If-Match', async (method) => {
    const url = await create();
    const { headers } = await api.get(url);
    const body = method === 'DELETE' ? undefined : feature();
    const type = method === 'PATCH' ? mergePatch : geoJson;
    const withTag = (tag: string) => send(method, url, body, { ...type, 'if-match': tag });
    for (const wrong of ['"0"', 'W/"1"', `W/${headers.etag}`])
      expect((await withTag(wrong)).status).toBe(412);
    expect((await withTag('nonsense')).status).toBe(400);
    expect((await api.get(url)).headers.etag).toBe(headers.etag);
    const done = await withTag(headers.etag!);
    expect(done.status).toBe(204);
    if (method === 'DELETE') return;
    expect(done.headers.etag!.replace('.full', '')).not.toBe(headers.etag);
    expect((await withTag(headers.etag!)).status).toBe(412);
    expect((await withTag(done.headers.etag!)).status).toBe(204);
  });

  test('If-Match can be required', async () => {
    const strict = await openApi({ requireIfMatch: true });
    const answer = await strict.send({ method: 'DELETE', url: `${items}/t1`, headers: bearer });
    expect(answer.status).toBe(428);
    await strict.close();
  });
});

describe('/conf/features', () => {
  test('crs: Content-Crs is honoured, another than known is refused', async () => {
    const utm = 'http://www.opengis.net/def/crs/EPSG/0/32639';
    const latLon = 'http://www.opengis.net/def/crs/EPSG/0/4326';
    const { body } = await api.get(`${items}/t0?crs=${utm}`);
    const at = (coordinates: number[], crs: string) =>
      send('POST', items, feature({}, { geometry: { type: 'Point', coordinates } }), {
        ...geoJson,
        'content-crs': `<${crs}>`,
      });
    for (const made of [await at(body.geometry.coordinates, utm), await at([40.41, 49.87], latLon)]) {
      const back = await api.get(made.headers.location!.replace('http://localhost:80', ''));
      expect(back.body.geometry.coordinates[0]).toBeCloseTo(49.87, 6);
      expect(back.body.geometry.coordinates[1]).toBeCloseTo(40.41, 6);
    }
    expect((await at([1, 2], 'http://www.opengis.net/def/crs/0/unsupported')).status).toBe(400);
  });

  test('schema: every violation at once, each with a pointer', async () => {
    const wrong = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [200, 100] },
      properties: { population: -1, height: 'x', rank: 'z', nope: 1 },
    };
    const { status, body } = await send('POST', items, wrong);
    expect(status).toBe(422);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.sort()).toEqual([
      '/geometry/coordinates',
      '/properties/height',
      '/properties/name',
      '/properties/nope',
      '/properties/population',
      '/properties/rank',
    ]);
    for (const { detail } of body.errors) expect(detail.length).toBeGreaterThan(10);
    expect((await send('POST', items, feature({ area: 'nowhere' }))).body.errors[0]).toMatchObject({
      pointer: '/properties/area',
      code: 'reference-missing',
    });
  });

  test.each([
    ['{', 400],
    ['[]', 400],
    ['null', 400],
    ['"x"', 400],
    ['{"type":"Feature","geometry":1,"properties":{}}', 422],
    ['{"type":"Feature","properties":[]}', 400],
    ['{"type":"FeatureCollection","features":[]}', 400],
    [`{"type":"Feature","properties":{"extra":${'['.repeat(200)}${']'.repeat(200)}}}`, 400],
    ['{"type":"Feature","properties":{"__proto__":{"x":1}}}', 400],
    ['', 400],
  ])('a body that is no feature: %.60s', async (payload, status) => {
    expect((await send('POST', items, payload)).status).toBe(status);
  });

  test('jsonfg: place, coordRefSys and time mean what they say', async () => {
    const body = feature(
      {},
      {
        geometry: null,
        place: { type: 'Point', coordinates: [404126, 4473915] },
        coordRefSys: 'http://www.opengis.net/def/crs/EPSG/0/32639',
        time: { interval: ['2001-01-01', '2001-12-31'] },
      },
    );
    const made = await send('POST', items, body, { 'content-type': 'application/fg+json' });
    const url = made.headers.location!.replace('http://localhost:80', '');
    expect((await api.get(url)).status).toBe(404);
    const then = await api.get(`${url}?datetime=2001-12-31&f=jsonfg`);
    expect(then.body.geometry.coordinates[0]).toBeCloseTo(49.87, 3);
    expect(then.body.time).toEqual({ interval: ['2001-01-01T00:00:00Z', '2002-01-01T00:00:00Z'] });
    expect(
      (
        await send(
          'POST',
          items,
          { ...body, time: { interval: [1] } },
          { 'content-type': 'application/fg+json' },
        )
      ).status,
    ).toBe(400);
  });

  test('validFrom, validTo, legalBasis and dryRun', async () => {
    const before = await api.kernel.reader.position();
    const rehearsal = await send('POST', `${items}?dryRun=true`, feature());
    expect([rehearsal.status, rehearsal.body.dryRun]).toEqual([200, true]);
    expect((await send('POST', `${items}?dryRun=true`, feature({ height: 'x' }))).status).toBe(422);
    expect(await api.kernel.reader.position()).toBe(before);
    const made = await send(
      'POST',
      `${items}?validFrom=2020-01-01&validTo=2021-01-01&legalBasis=${encodeURIComponent('Qanun № 7')}`,
      feature(),
    );
    const url = made.headers.location!.replace('http://localhost:80', '');
    const { body } = await api.get(`${url}/history`);
    expect(body.entries[0]).toMatchObject({
      legalBasis: 'Qanun № 7',
      actor: 'administrator',
      valid: { from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' },
    });
    expect((await send('POST', `${items}?validFrom=x`, feature())).status).toBe(400);
  });
});

test('history: newest first, in pages', async () => {
  const url = await create({ population: 1 });
  for (const population of [2, 3]) await send('PATCH', url, { properties: { population } }, mergePatch);
  const first = await api.get(`${url}/history?limit=2`);
  expect(
    first.body.entries.map(
      (entry: { body: { properties: { population: number } } }) => entry.body.properties.population,
    ),
  ).toEqual([3, 2]);
  const next = new URL(first.body.links.find((link: { rel: string }) => link.rel === 'next').href);
  const second = await api.get(next.pathname + next.search);
  expect(second.body.entries).toHaveLength(1);
  expect(second.body.links.some((link: { rel: string }) => link.rel === 'next')).toBe(false);
  expect((await api.get(`${items}/nothing/history`)).status).toBe(404);
});
