import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from './api.ts';

/** OGC 17-069r4, Annex A, by requirement id. */
let api: TestApi;

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

const rel = (document: { links: { rel: string; type: string; href: string }[] }, name: string) =>
  document.links.filter((link) => link.rel === name);

describe('/req/core', () => {
  test('root-op, root-success: the landing page links to API definition, conformance and data', async () => {
    const { status, body } = await api.get('/');
    expect(status).toBe(200);
    expect(rel(body, 'service-desc').concat(rel(body, 'service-doc')).length).toBeGreaterThan(0);
    expect(rel(body, 'conformance')).toHaveLength(1);
    expect(rel(body, 'data')).toHaveLength(1);
    expect(rel(body, 'service-desc')[0]!.type).toBe('application/vnd.oai.openapi+json;version=3.0');
  });

  test('every link of every document has rel, type and an absolute href that answers', async () => {
    const seen = new Set<string>();
    for (const url of [
      '/',
      '/collections',
      '/collections/towns',
      '/collections/towns/items?limit=2',
      '/collections/towns/items/t1',
    ]) {
      const { body } = await api.get(url);
      const links = [
        ...body.links,
        ...(body.collections ?? []).flatMap((each: { links: unknown[] }) => each.links),
      ];
      for (const { href, rel: relation, type } of links) {
        expect(relation).toBeTruthy();
        expect(type).toBeTruthy();
        expect(href).toMatch(/^http:\/\/localhost:80\//);
        seen.add(href);
      }
    }
    for (const href of seen) {
      if (href.includes('/search') || /\/export/.test(href)) continue;
      expect([href, (await api.get(href.replace('http://localhost:80', ''))).status]).toEqual([href, 200]);
    }
  });

  test('conformance-op, conformance-success', async () => {
    const { status, body, headers } = await api.get('/conformance');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    for (const name of ['core', 'oas30', 'html', 'geojson'])
      expect(body.conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`);
  });

  test('http: methods that a resource does not have are 405 with Allow', async () => {
    const answer = await api.send({ method: 'DELETE', url: '/collections' });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
    expect((await api.send({ method: 'HEAD', url: '/collections/towns/items' })).status).toBe(200);
  });

  test('query-param-unknown: 400, and what is allowed is said', async () => {
    for (const url of [
      '/?x=1',
      '/conformance?x=1',
      '/collections?x=1',
      '/collections/towns?x=1',
      '/collections/towns/items?x=1',
      '/collections/towns/items/t1?x=1',
      '/api?x=1',
      '/functions?x=1',
      '/collections/towns/schema?x=1',
    ]) {
      const { status, body } = await api.get(url);
      expect([url, status]).toEqual([url, 400]);
      expect(body.errors[0]).toMatchObject({ pointer: 'parameter:x', code: 'parameter-unknown' });
    }
    const { body } = await api.get('/collections/towns/items?x=1');
    expect(body.errors[0].detail).toContain('bbox');
  });

  test.each([
    'limit=unlimited',
    'limit=0',
    'limit=-1',
    'limit=1.5',
    'limit=',
    'bbox=1,2,3',
    'bbox=a,b,c,d',
    'bbox=10,50,20,40',
    'datetime=yesterday',
    'datetime=2024-02-30',
    'datetime=2024-01-01/2023-01-01',
    'datetime=..',
    'datetime=a/b/c',
    'limit=1&limit=2',
  ])('query-param-invalid: %s', async (query) => {
    const { status, body, headers } = await api.get(`/collections/towns/items?${query}`);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body.errors.length).toBeGreaterThan(0);
  });

  test('all violations come at once', async () => {
    const { body } = await api.get(
      '/collections/towns/items?x=1&limit=x&bbox=1&datetime=x&crs=x&sortby=x&properties=x&filter=x%3D1',
    );
    expect(body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(
      ['bbox', 'crs', 'datetime', 'filter', 'limit', 'properties', 'sortby', 'x'].map((name) =>
        expect.stringContaining(`parameter:${name}`),
      ),
    );
  });

  test('fc-md-op, fc-md-success, fc-md-items, fc-md-items-links', async () => {
    const { status, body } = await api.get('/collections');
    expect(status).toBe(200);
    expect(rel(body, 'self')).toHaveLength(1);
    expect(rel(body, 'alternate').length).toBeGreaterThan(0);
    expect(body.collections.map(({ id }: { id: string }) => id)).toEqual(['towns', 'areas', 'counts']);
    for (const collection of body.collections) {
      const items = rel(collection, 'items');
      expect(items.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['application/geo+json', 'text/html']),
      );
    }
  });

  test('fc-md-extent: extents are those of the records', async () => {
    const { body } = await api.get('/collections/towns');
    expect(body.extent.spatial.bbox).toEqual([[45.41, 38.75, 49.87, 41.63]]);
    const { body: counts } = await api.get('/collections/counts');
    expect(counts.extent.spatial).toBeUndefined();
    expect(counts.extent.temporal.interval[0][0]).toBe('2021-01-01T00:00:00Z');
  });

  test('sfc-md-success: single and listed view of a collection are the same', async () => {
    const { body: list } = await api.get('/collections');
    for (const listed of list.collections) {
      const { body: single } = await api.get(`/collections/${listed.id}`);
      const { links: _, ...ofList } = listed;
      const { links: __, ...alone } = single;
      expect(alone).toEqual(ofList);
    }
  });

  test('fc-op, fc-response: items answer as a feature collection with links and counts', async () => {
    const { status, body, headers } = await api.get('/collections/towns/items');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/geo+json');
    expect(body).toMatchObject({ type: 'FeatureCollection', numberMatched: 10, numberReturned: 10 });
    expect(body.timeStamp).toMatch(/^\d{4}-.*Z$/);
    expect(rel(body, 'self')).toHaveLength(1);
    expect(rel(body, 'alternate').map(({ type }) => type)).toContain('text/html');
  });

  test('fc-limit-definition, fc-limit-response-1: limit bounds the page; more than the maximum is the maximum', async () => {
    const { body } = await api.get('/collections/towns/items?limit=3');
    expect(body).toMatchObject({ numberMatched: 10, numberReturned: 3 });
    expect((await api.get('/collections/towns/items?limit=99999999999')).status).toBe(200);
  });

  test('fc-links: next leads through every record once, also where limit is rewritten and the query re-encoded', async () => {
    const ids: string[] = [];
    let url: string | undefined = '/collections/towns/items?limit=3&sortby=-population';
    for (let page = 0; url; page++) {
      const {
        body,
      }: {
        body: { features: { id: string }[]; numberMatched: number; links: { rel: string; href: string }[] };
      } = await api.get(url);
      expect(body.numberMatched).toBe(10);
      ids.push(...body.features.map(({ id }) => id));
      const next: string | undefined = body.links.find((link) => link.rel === 'next')?.href;
      if (next) {
        const address = new URL(next);
        address.searchParams.set('limit', String(page + 1));
        url = address.pathname + address.search;
      } else url = undefined;
    }
    expect(ids).toEqual(['t9', 't8', 't7', 't6', 't5', 't4', 't3', 't2', 't1', 't0']);
  });

  test('fc-bbox-definition, fc-bbox-response', async () => {
    const ids = async (bbox: string, register = 'towns') =>
      (await api.get(`/collections/${register}/items?bbox=${bbox}`)).body.features.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('48,40,50,41')).toEqual(['t0']);
    expect(await ids('48,40,-100,50,41,100')).toEqual(['t0']);
    expect(await ids('170,-90,50,90')).toEqual(
      ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't0'].sort(),
    );
    expect(await ids('0,0,1,1')).toEqual([]);
    expect(await ids('46.5,40.5,46.6,40.6', 'areas')).toEqual(['north']);
    expect(await ids('-180,-90,180,90', 'counts')).toEqual([]);
  });

  test('fc-time-definition, fc-time-response: valid time', async () => {
    const ids = async (datetime: string, register = 'areas') =>
      (await api.get(`/collections/${register}/items?datetime=${datetime}`)).body.features.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('2000-01-01')).toEqual(['north', 'south']);
    expect(await ids('2015-01-01T00:00:00Z')).toEqual(['north']);
    expect(await ids('../1995-01-01')).toEqual(['north', 'south']);
    expect(await ids('/1980-01-01')).toEqual([]);
    expect(await ids('2500-01-01/..')).toEqual(['north', 'future']);
    expect(await ids('2021-06-01/2022-06-01', 'counts')).toEqual(['n2']);
    expect(await ids('2021-01-01', 'counts')).toEqual(['n1']);
  });

  test('f-op, f-success, f-links: one feature', async () => {
    const { status, body, headers } = await api.get('/collections/towns/items/t1');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/geo+json');
    expect(body).toMatchObject({ type: 'Feature', id: 't1', properties: { code: 'C1' } });
    expect(rel(body, 'collection')[0]!.href).toBe('http://localhost:80/collections/towns');
    expect(rel(body, 'self')).toHaveLength(1);
  });

  test('what is not there is 404, and what may not be seen is not there', async () => {
    for (const url of [
      '/nothing',
      '/collections/nothing',
      '/collections/nothing/items',
      '/collections/towns/items/nothing',
      '/collections/hidden',
      '/collections/hidden/items',
      '/collections/towns/items/%00',
      '/collections/towns/nothing',
    ])
      expect([url, (await api.get(url)).status]).toEqual([url, 404]);
    const { body } = await api.get('/collections/towns/items/t0');
    expect(body.properties.secret).toBeUndefined();
    const seen = await api.get('/collections/towns/items/t0', { authorization: 'Bearer test' });
    expect(seen.body.properties.secret).toBe('only for the administrator');
  });
});

describe('content negotiation', () => {
  test('/req/html: what can be had as JSON can be had as a page', async () => {
    for (const url of [
      '/',
      '/conformance',
      '/collections',
      '/collections/towns',
      '/collections/towns/items',
      '/collections/towns/items/t1',
      '/collections/towns/schema',
      '/collections/towns/queryables',
      '/collections/towns/sortables',
      '/collections/towns/items/t1/history',
      '/api',
      '/api.html',
      '/functions',
      '/search?q=town',
    ]) {
      const { status, headers, text } = await api.get(url, {
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'accept-language': 'ar',
      });
      expect([url, status, headers['content-type']]).toEqual([url, 200, 'text/html; charset=utf-8']);
      expect(text).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl"/);
    }
  });

  test.each([
    [undefined, 'application/geo+json'],
    ['*/*', 'application/geo+json'],
    ['application/json', 'application/geo+json'],
    ['application/geo+json;q=0.5, text/html', 'text/html; charset=utf-8'],
    ['text/html;q=0.5, application/fg+json;q=0.6', 'application/fg+json'],
    ['application/*;q=0.3, application/geo+json;q=0', 'application/fg+json'],
  ])('Accept: %s', async (accept, type) => {
    const { headers } = await api.get('/collections/towns/items', accept ? { accept } : {});
    expect(headers['content-type']).toBe(type);
    expect(headers.vary).toContain('Accept');
  });

  test('f wins over Accept; what nobody makes is 406, an unknown f 400', async () => {
    expect(
      (await api.get('/collections/towns/items?f=jsonfg', { accept: 'text/html' })).headers['content-type'],
    ).toBe('application/fg+json');
    expect((await api.get('/collections/towns/items', { accept: 'image/png' })).status).toBe(406);
    expect((await api.get('/collections/towns/items?f=png')).status).toBe(400);
  });

  test("problems speak the reader's language, as a page to a browser", async () => {
    const { body } = await api.get('/collections/towns/items?limit=x', { 'accept-language': 'az' });
    expect(body.title).toBe('Parametr yararsızdır');
    const page = await api.get('/nothing', { accept: 'text/html', cookie: 'ufuq-language=fa' });
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).toContain('یافت نشد');
  });
});

describe('/req/geojson', () => {
  test('definition, content: features are RFC 7946 with properties of their JSON types', async () => {
    const { body } = await api.get('/collections/towns/items/t0');
    expect(body.geometry).toEqual({ type: 'Point', coordinates: [49.87, 40.41] });
    expect(body.properties).toMatchObject({
      population: 0,
      height: -5.5,
      capital: true,
      founded: '1910-05-01',
      tags: ['all'],
    });
  });
});

describe('caching', () => {
  test('entity tags are log positions; what is unchanged is 304', async () => {
    const first = await api.get('/collections/towns/items/t1');
    expect(first.headers.etag).toMatch(/^"\d+"$/);
    const again = await api.get('/collections/towns/items/t1', { 'if-none-match': first.headers.etag! });
    expect([again.status, again.text]).toEqual([304, '']);
    const list = await api.get('/collections/towns/items');
    expect((await api.get('/collections/towns/items', { 'if-none-match': list.headers.etag! })).status).toBe(
      304,
    );
    expect(
      (await api.get('/collections/towns/items?f=jsonfg', { 'if-none-match': list.headers.etag! })).status,
    ).toBe(200);
  });
});
