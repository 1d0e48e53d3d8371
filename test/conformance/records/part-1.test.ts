import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearer, type CatalogueApi, openCatalogue } from './catalogue-api.ts';

/** OGC 20-004r1, Annex A: the conformance classes that `/conformance` declares. */
let api: CatalogueApi;

beforeAll(async () => {
  api = await openCatalogue();
});
afterAll(() => api.close());

interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: string;
}
const items = async (query: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const { body, status } = await api.get(
    `/collections/catalogue/items?${new URLSearchParams(query)}`,
    headers,
  );
  return { body, status, ids: body.features?.map(({ id }: { id: string }) => id) as string[] };
};

describe('/req/searchable-catalog, /req/records-api', () => {
  test('the conformance classes are declared', async () => {
    const { conformsTo } = (await api.get('/conformance')).body;
    for (const name of [
      'record-core',
      'record-collection',
      'record-core-query-parameters',
      'records-api',
      'json',
      'html',
      'oas30',
      'sorting',
      'searchable-catalog',
      'searchable-catalog/sorting',
      'searchable-catalog/filtering',
    ])
      expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/${name}`);
    expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core');
  });

  test('catalogs-response: the catalogue is listed with itemType record, and by itself says the same', async () => {
    const { collections } = (await api.get('/collections')).body;
    const listed = collections.filter(({ itemType }: { itemType: string }) => itemType === 'record');
    expect(listed).toHaveLength(1);
    const { links, ...own } = (await api.get('/collections/catalogue')).body;
    const { links: listedLinks, ...others } = listed[0];
    expect(own).toEqual(others);
    expect(listedLinks.map(({ rel }: Link) => rel)).toContain('items');
    expect(links.filter(({ rel }: Link) => rel === 'self')).toHaveLength(1);
  });

  test('mandatory-properties-collection, links, default-mediatype', async () => {
    const { body, type } = await api.get('/collections/catalogue');
    expect(type).toContain('application/json');
    expect(body).toMatchObject({ id: 'catalogue', type: 'Catalog', itemType: 'record', title: 'Catalogue' });
    expect(body.extent.spatial.bbox).toEqual([[49, 40, 50, 41]]);
    for (const { rel, href } of body.links as Link[]) {
      expect(rel).toBeTruthy();
      expect(href).toMatch(/^http/);
    }
    expect(body.links.map(({ rel }: Link) => rel)).toEqual(
      expect.arrayContaining(['self', 'alternate', 'items']),
    );
  });

  test('records-op, record-op: a list and each of its records; what is not there is 404', async () => {
    const { body, status } = await items();
    expect(status).toBe(200);
    for (const { id } of body.features) {
      const one = await api.get(`/collections/catalogue/items/${id}`);
      expect([one.status, one.type]).toEqual([200, 'application/geo+json']);
      expect(one.body.id).toBe(id);
    }
    expect((await api.get('/collections/catalogue/items/nothing')).status).toBe(404);
    expect((await items({ nonsense: '1' })).status).toBe(400);
  });
});

describe('/req/record-core', () => {
  test('mandatory-properties-record: id, type, title, time and geometry, which may be null', async () => {
    for (const record of (await items()).body.features) {
      expect(record).toMatchObject({
        type: 'Feature',
        properties: { type: 'dataset', title: expect.any(String) },
      });
      expect(record.id).not.toBe('');
      expect(record).toHaveProperty('time');
      expect(record).toHaveProperty('geometry');
    }
  });

  test('what a declaration says is in the record', async () => {
    const { body } = await api.get('/collections/catalogue/items/wells');
    expect(body).toMatchObject({
      time: { interval: ['..', '..'] },
      geometry: { type: 'Polygon' },
      properties: {
        title: 'Wells',
        keywords: ['water'],
        license: 'CC-BY-4.0',
        updateCycle: 'P1M',
        custodian: 'water-agency',
        legalBasis: 'Water Act',
        records: 2,
        language: { code: 'en', dir: 'ltr' },
        contacts: [
          {
            identifier: 'water-agency',
            organization: 'Water Agency',
            emails: [{ value: 'water@example.org' }],
          },
        ],
      },
    });
    expect(body.properties.themes[0]).toEqual({
      scheme: 'http://inspire.ec.europa.eu/theme',
      concepts: [{ id: 'hy', title: 'hydrography', url: 'http://inspire.ec.europa.eu/theme/hy' }],
    });
    expect(body.properties.languages).toHaveLength(4);
    expect((await api.get('/collections/catalogue/items/meetings')).body).toMatchObject({
      geometry: null,
      time: { interval: ['2020-05-01T00:00:00Z', expect.any(String)] },
    });
    expect((await api.get('/collections/catalogue/items/settlements')).body.time).toBeNull();
  });

  test('record-links: itself, other forms and languages, its collection, and every door to the resource', async () => {
    const { links } = (await api.get('/collections/catalogue/items/wells')).body as { links: Link[] };
    const of = (rel: string) => links.filter((link) => link.rel === rel);
    expect(of('self')).toHaveLength(1);
    expect(of('collection')).toHaveLength(1);
    expect(of('alternate').map(({ hreflang }) => hreflang)).toEqual(
      expect.arrayContaining(['az', 'ar', 'fa']),
    );
    expect(of('license')[0]!.href).toBe('https://spdx.org/licenses/CC-BY-4.0');
    for (const link of links.filter(
      ({ href }) =>
        href.startsWith('http://localhost') && !href.includes('/export') && !href.includes('/dcat'),
    )) {
      const { pathname, search } = new URL(link.href);
      const { status, type } = await api.get(`${pathname}${search}`);
      expect([link.href, status]).toEqual([link.href, 200]);
      expect(type.split(';')[0]).toBe(link.type);
    }
  });

  test('language negotiation: the header, and the parameter over it', async () => {
    const url = '/collections/catalogue/items/wells';
    expect((await api.get(url, { 'accept-language': 'ar' })).body.properties.title).toBe('الآبار');
    const { body } = await api.get(`${url}?lang=az`, { 'accept-language': 'ar' });
    expect(body.properties).toMatchObject({ title: 'Quyular', language: { code: 'az' } });
  });
});

describe('/req/record-core-query-parameters', () => {
  test.each([
    ['well', ['wells']],
    ['WELLS', ['wells']],
    ['quyular', ['wells']],
    ['چاه‌ها', ['wells']],
    ['الابار', ['wells']],
    ['water rights', ['meetings']],
    ['rights water', []],
    ['rights water,drinking water', ['wells']],
    ['baku quyuları', ['wells']],
    ['su agentliyi', ['wells']],
    ['wells,meetings', ['wells', 'meetings']],
    ['zzzz', []],
  ])('q-response: %s', async (q, expected) => {
    expect((await items({ q })).ids.sort()).toEqual([...expected].sort());
  });

  test('words that all have to be there, in any order and in any text', async () => {
    expect((await items({ words: 'agency drinking' })).ids).toEqual(['wells']);
    expect((await items({ words: 'agency soil' })).ids).toEqual([]);
  });

  test('bbox', async () => {
    expect((await items({ bbox: '48,39,49.5,40.5' })).ids).toEqual(['wells']);
    expect((await items({ bbox: '0,0,1,1' })).ids).toEqual([]);
    expect((await items({ bbox: '170,-90,49.5,90' })).ids).toEqual(['wells']);
    expect((await items({ bbox: '1,2' })).status).toBe(400);
  });

  test('datetime', async () => {
    expect((await items({ datetime: '2020-01-01/2020-12-31' })).ids).toContain('meetings');
    expect((await items({ datetime: '2021-01-01/..' })).ids).not.toContain('meetings');
    expect((await items({ datetime: '2021-01-01/..' })).ids).toContain('wells');
  });

  test('limit, and pages that neither repeat nor skip', async () => {
    const all = (await items()).ids;
    const seen: string[] = [];
    let url = '/collections/catalogue/items?limit=2';
    for (let turns = 0; turns < 10 && url !== ''; turns++) {
      const { body } = await api.get(url);
      expect(body.numberMatched).toBe(all.length);
      seen.push(...body.features.map(({ id }: { id: string }) => id));
      const next = body.links.find(({ rel }: Link) => rel === 'next');
      url = next ? new URL(next.href).pathname + new URL(next.href).search : '';
    }
    expect(seen).toEqual(all);
  });

  test('type-response', async () => {
    expect((await items({ type: 'dataset' })).ids).toContain('wells');
    expect((await items({ type: 'process,release' })).ids).toEqual([]);
  });

  test('ids-response', async () => {
    expect((await items({ ids: 'wells,meetings,nothing' })).ids.sort()).toEqual(['meetings', 'wells']);
  });

  test('externalIds-response: a value, a scheme, or both', async () => {
    const scheme = 'http://localhost:80/collections'.replace(':80', '');
    expect((await items({ externalIds: 'wells' })).ids).toEqual(['wells']);
    const { externalIds } = (await api.get('/collections/catalogue/items/wells')).body.properties;
    expect((await items({ externalIds: `${externalIds[0].scheme}:wells` })).ids).toEqual(['wells']);
    expect((await items({ externalIds: externalIds[0].scheme })).ids.length).toBeGreaterThan(3);
    expect((await items({ externalIds: `${scheme}x:wells` })).ids).toEqual([]);
  });

  test('empty-value: a parameter without a value is ignored', async () => {
    expect((await items({ bbox: '', q: '', type: '' })).ids).toEqual((await items()).ids);
  });

  test('theme and custodian', async () => {
    expect((await items({ theme: 'hydrography' })).ids).toEqual(['wells']);
    expect((await items({ custodian: 'water-agency', desk: 'land' })).ids).toEqual(['wells']);
  });
});

describe('/req/sorting, /req/record-filter', () => {
  test('sortby-definition, sortby-response, get-sortables', async () => {
    const { properties } = (await api.get('/collections/catalogue/sortables')).body;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['title', 'updated', 'records']));
    const titles = (query: Record<string, string>) =>
      items(query).then(({ body }) =>
        body.features.map(({ properties: { title } }: { properties: { title: string } }) => title),
      );
    const up = await titles({ sortby: 'title' });
    expect(up).toEqual([...up].sort((a, b) => a.localeCompare(b)));
    expect(await titles({ sortby: '-title' })).toEqual([...up].reverse());
    expect((await items({ sortby: 'keywords' })).status).toBe(400);
  });

  test('filter-param, filter-lang-param, mandatory-queryables', async () => {
    const { properties } = (await api.get('/collections/catalogue/queryables')).body;
    for (const name of ['id', 'type', 'title', 'description', 'keywords', 'language', 'created', 'updated'])
      expect(properties).toHaveProperty(name);
    expect((await items({ filter: "theme = 'hydrography' AND records > 1" })).ids).toEqual(['wells']);
    expect((await items({ filter: "title LIKE 'Meet%'" })).ids).toEqual(['meetings']);
    expect((await items({ filter: "A_CONTAINS(keywords, ('water'))" })).ids).toEqual(['wells']);
    expect((await items({ filter: 'S_INTERSECTS(geometry, BBOX(49, 40, 49.1, 40.1))' })).ids).toEqual([
      'wells',
    ]);
    const json = JSON.stringify({ op: '=', args: [{ property: 'custodian' }, 'water-agency'] });
    expect((await items({ filter: json, 'filter-lang': 'cql2-json' })).ids).toEqual(['wells']);
    expect((await items({ filter: 'nonsense = 1' })).status).toBe(400);
  });
});

test('/req/html: what can be had as JSON can be had as a page, in each language', async () => {
  for (const path of [
    '',
    '/items',
    '/items?words=water',
    '/items/wells',
    '/schema',
    '/queryables',
    '/sortables',
  ])
    for (const language of ['en', 'ar']) {
      const { status, type, text } = await api.get(`/collections/catalogue${path}`, {
        accept: 'text/html',
        'accept-language': language,
      });
      expect([path, status, type]).toEqual([path, 200, 'text/html; charset=utf-8']);
      expect(text).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
    }
});

test('the room of the portal answers what its address asks without a script', async () => {
  const { text, status } = await api.get('/catalogue?words=agency&theme=hydrography', {
    accept: 'text/html',
  });
  expect(status).toBe(200);
  expect(text).toContain('Wells');
  expect(text).not.toContain('Meetings');
  expect((await api.get('/catalogue/themes?show=missing', { accept: 'text/html' })).status).toBe(200);
});

test('/req/oas30: every path of the catalogue is described, with the parameters that it takes', async () => {
  const { paths } = (await api.get('/api?f=json')).body;
  const { parameters } = paths['/collections/catalogue/items'].get;
  const described = parameters.map(({ name }: { name: string }) => name).sort();
  const { errors } = (await api.get('/collections/catalogue/items?nonsense=1')).body;
  const allowed = /: (.*)$/.exec(errors[0].detail)?.[1] ?? errors[0].detail;
  for (const name of described) expect(allowed).toContain(name);
  for (const path of ['/collections/catalogue', '/collections/catalogue/items/{record}', '/catalogue/themes'])
    expect(paths).toHaveProperty(path);
});

describe('who may know of what', () => {
  test('a restricted register is in no record, list, count, extent or theme of the public', async () => {
    const seen = await Promise.all(
      [
        '/collections',
        '/collections/catalogue',
        '/collections/catalogue/items',
        '/catalogue/themes',
        '/catalogue',
      ].map(async (url) => (await api.get(url)).text),
    );
    for (const text of seen) expect(text).not.toContain('hidden-wells');
    expect((await api.get('/collections/catalogue/items/hidden-wells')).status).toBe(404);
    expect((await items({ q: 'hidden' })).ids).toEqual([]);
    expect((await items({ q: 'hidden' }, bearer)).ids).toEqual(['hidden-wells']);
    expect((await api.get('/collections/catalogue', bearer)).body.extent.spatial.bbox).toEqual([
      [10, 10, 50, 41],
    ]);
  });

  test('a release of a restricted register is told of to those alone who may see all that is in it', async () => {
    const release = {
      title: { az: 'R', en: 'Release', ar: 'R', fa: 'R' },
      position: 5,
      releasedAt: '2023-01-02T00:00:00Z',
      path: '/releases/x',
      files: [{ path: '/releases/x/a.gpkg', mediaType: 'application/geopackage+sqlite3', bytes: 5 }],
    };
    api.releases.push(
      { ...release, id: 'open', registers: ['wells'] },
      { ...release, id: 'mixed', registers: ['wells', 'hidden-wells'] },
    );
    expect((await items({ type: 'release' })).ids).toEqual(['release.open']);
    expect((await items({ type: 'release' }, bearer)).ids).toEqual(['release.open', 'release.mixed']);
    const { links } = (await api.get('/collections/catalogue/items/release.open')).body as { links: Link[] };
    expect(links.find(({ rel }) => rel === 'enclosure')!.href).toMatch(/\/releases\/x\/a\.gpkg$/);
    const versions = ((await api.get('/collections/catalogue/items/wells')).body.links as Link[]).filter(
      ({ rel }) => rel === 'version-history',
    );
    expect(versions.map(({ href }) => href.split('/').at(-1))).toEqual(['release.open']);
    api.releases.length = 0;
  });
});
