import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { configWith } from '../../src/kernel/config.ts';
import { seededRandom } from '../../src/kernel/generate/random.ts';
import { readAdminToken } from '../../src/server/data-folder/admin-token.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { engineName, type OwnDatabase, ownDatabase } from '../engines/engine.ts';

/** What is answered in front of the framework is what the framework would have answered, to the byte. */

const folder = mkdtempSync(join(tmpdir(), 'ufuq-quick-'));
let own: OwnDatabase;
let server: RunningServer;

beforeAll(async () => {
  own = await ownDatabase();
  const values = { data: folder, port: 0, pack: 'none', logLevel: 'silent' } as const;
  server = await startServer(configWith({ ...values, ...(own.url ? { database: own.url } : {}) }));
  const title = { az: 'Quyular', en: 'Wells', ar: 'آبار', fa: 'چاه‌ها' };
  const made = await write('POST', '/operation/registers', {
    id: 'wells',
    title,
    description: title,
    geometry: 'Point',
    fields: [
      { name: 'depth', type: 'number', title },
      { name: 'owner', type: 'string', title, secrecy: 'restricted' },
      { name: 'remark', type: 'string', title },
    ],
  });
  expect(made.status).toBe(201);
  const features = Array.from({ length: 300 }, (_, i) => well(`quyu ${i}`, i));
  features.push(...strangeIds.map((id, i) => well(id, 300 + i)));
  for (const feature of features) expect((await put(feature)).status).toBeLessThan(300);
  await vi.waitUntil(async () => (await over('/collections/wells/items')).isQuick, { timeout: 30_000 });
}, 180_000);

afterAll(async () => {
  await server?.stop();
  await own?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Ids that JSON and URLs write otherwise, and one that makes the links longer than a header may be. */
const strangeIds = ['quyu "ə" \\ ماء', "it's (100%) ~ a+b", 'ə'.repeat(120)];

function well(id: string, depth: number) {
  const properties = { depth, owner: `owner ${depth}`, remark: depth % 3 === 0 ? 'su — ماء' : null };
  const place = [49 + (depth % 20) / 100, 40 + Math.floor(depth / 20) / 100];
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: place }, properties };
}

const authorisation = () => ({ authorization: `Bearer ${readAdminToken(folder)}` });

function write(method: string, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...authorisation() };
  return fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
}

function put(feature: ReturnType<typeof well>): Promise<Response> {
  return write('POST', '/collections/wells/items', feature);
}

interface Seen {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The answer that comes over the network, and whether the framework had no part in it. */
async function over(path: string, headers: OutgoingHttpHeaders = {}): Promise<Seen & { isQuick: boolean }> {
  const { reader } = server.services;
  const asked = [vi.spyOn(reader, 'page'), vi.spyOn(reader, 'item'), vi.spyOn(reader, 'lastChange')];
  const seen = await new Promise<Seen>((resolve, reject) => {
    get(server.url + path, { headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    }).on('error', reject);
  });
  const isQuick = seen.status < 400 && asked.every((spy) => spy.mock.calls.length === 0);
  for (const spy of asked) spy.mockRestore();
  return { ...seen, isQuick };
}

/** The answer of the framework alone. */
async function within(path: string, headers: OutgoingHttpHeaders = {}): Promise<Seen> {
  const { host } = new URL(server.url);
  const {
    statusCode,
    headers: given,
    body,
  } = await server.app.inject({
    url: path,
    headers: { host, ...headers } as Record<string, string>,
  });
  return { status: statusCode, headers: given as IncomingHttpHeaders, body };
}

/** An answer without what belongs to the connection and to the moment. */
function lasting({ status, headers, body }: Seen): Seen {
  const { date, connection, 'keep-alive': k, 'x-request-id': i, ...rest } = headers;
  const timeless = (text: string) =>
    text.replace(/"timeStamp":"[^"]*"/, '').replace(/token=[\w-]*/g, 'token=');
  const link = rest.link === undefined ? {} : { link: timeless(String(rest.link)) };
  const timing = String(rest['server-timing']).replace(/dur=[\d.]+/, '');
  const length = rest['content-length'];
  return {
    status,
    headers: {
      ...rest,
      ...link,
      'server-timing': timing,
      ...(length === undefined ? {} : { 'content-length': String(length) }),
    },
    body: timeless(body),
  };
}

async function expectSame(path: string, headers: OutgoingHttpHeaders = {}): Promise<boolean> {
  const { isQuick, ...quick } = await over(path, headers);
  expect(lasting(quick), path).toEqual(lasting(await within(path, headers)));
  expect(quick.headers['x-request-id'], path).toMatch(/^[\w-]+$/);
  return isQuick;
}

const items = '/collections/wells/items';
const one = `${items}/quyu%2012`;

describe(`in front of the framework on ${engineName}`, () => {
  test.each([
    items,
    `${items}?`,
    `${items}?bbox=49.03,40.01,49.11,40.09&limit=7`,
    `${items}?bbox=49.03%2C40.01%2C49.11%2C40.09&limit=7&f=json`,
    `${items}?f=geojson&limit=100000`,
    `${items}?depth=12`,
    `${items}?filter=depth%3E20%20and%20remark%20is%20not%20null&limit=3`,
    `${items}?datetime=2000-01-01T00:00:00Z`,
    one,
    `${one}?f=json`,
    `${one}?datetime=..%2F..`,
  ])('%s is answered at once, and alike', async (path) => {
    expect(await expectSame(path)).toBe(true);
  });

  test.each<[string, OutgoingHttpHeaders]>([
    [items, { 'accept-language': 'ar;q=0.9, en;q=0.1' }],
    [one, { cookie: 'a=b; ufuq-language=az' }],
    [items, { accept: 'application/geo+json, */*;q=0.1' }],
    [one, { accept: '*/*', 'accept-encoding': 'gzip, br' }],
    [items, { 'if-none-match': 'W/"0.json"' }],
  ])('%s with %j is answered at once, and alike', async (path, headers) => {
    expect(await expectSame(path, headers)).toBe(true);
  });

  test.each<[string, OutgoingHttpHeaders?]>([
    [`${items}?f=html`],
    [`${items}?f=csv`],
    [`${items}?limit=0`],
    [`${items}?limit=5&limit=6`],
    [`${items}?colour=red`],
    [`${items}?filter=depth%3E`],
    [`${items}?bbox=1,2,3`],
    [`${items}?bbox=170,-10,-170,10`],
    [`${items}?f=%zz`],
    [`${items}?sortby=-depth&limit=4`],
    [`${items}?properties=depth&limit=4`],
    [`${items}?skipGeometry=true&limit=4`],
    [`${items}?crs=http://www.opengis.net/def/crs/EPSG/0/3857&limit=4`],
    [`${items}?asOf=10&limit=4`],
    [`${items}?token=nonsense`],
    [items, { accept: 'text/html' }],
    [items, { accept: 'image/png' }],
    [`${items}/`],
    ['/collections/no-such/items'],
    [`${items}/no-such`],
    [`${items}/%ff`],
    [`${items}/quyu%2012%2F`],
    [`${one}?limit=1`],
    [`${one}?f=jsonfg`],
  ])('%s is left to the framework, and alike', async (path, headers) => {
    expect(await expectSame(path, headers)).toBe(false);
  });

  test.each(strangeIds)('the record %s is answered at once, and alike', async (id) => {
    for (let time = 0; time < 2; time++)
      expect(await expectSame(`${items}/${encodeURIComponent(id)}`)).toBe(true);
  });

  test('somebody who says who they are sees what is theirs to see', async () => {
    expect(await expectSame(one, authorisation())).toBe(false);
    expect((await over(one, authorisation())).body).toContain('owner 12');
    expect((await over(one)).body).not.toContain('owner 12');
    expect((await over(one, { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  test('what a client has already is not sent again', async () => {
    for (const path of [one, `${items}?limit=3`]) {
      const { headers } = await over(path);
      const again = { 'if-none-match': headers.etag! };
      expect(await expectSame(path, again)).toBe(true);
      expect(await over(path, again)).toMatchObject({ status: 304, body: '' });
    }
  });

  test('pages are turned to the end, whichever way each of them came', async () => {
    const found: string[] = [];
    let path: string | undefined = `${items}?limit=40&filter=depth%3C200`;
    while (path !== undefined) {
      const answer = await over(path);
      expect(answer.isQuick).toBe(true);
      const page = JSON.parse(answer.body) as {
        features: { id: string }[];
        links: { rel: string; href: string }[];
      };
      found.push(...page.features.map(({ id }) => id));
      const next = page.links.find(({ rel }) => rel === 'next')?.href;
      path = next?.slice(server.url.length);
      if (path !== undefined) await expectSame(path);
    }
    expect(found).toEqual(Array.from({ length: 200 }, (_, i) => `quyu ${i}`));
  });

  test('sixty boxes at random', async () => {
    const random = seededRandom(4);
    for (let i = 0; i < 60; i++) {
      const [w, s] = [49 + random.next() * 0.2, 40 + random.next() * 0.15];
      const box = [w, s, w + random.next() * 0.1, s + random.next() * 0.1].map((n) => n.toFixed(5));
      expect(await expectSame(`${items}?bbox=${box}&limit=${random.integer(1, 60)}`)).toBe(true);
    }
  });

  test('three hundred queries that somebody might type', async () => {
    const random = seededRandom(5);
    const names = [
      'bbox',
      'limit',
      'token',
      'f',
      'datetime',
      'asOf',
      'depth',
      'filter',
      'crs',
      'colour',
      'sortby',
      'remark',
    ];
    const values = [
      '',
      '5',
      '0',
      '-1',
      '1e3',
      '49,40,49.1,40.1',
      '49,40,1,49.1,40.1,2',
      '49.1,40,49,40.1',
      '49,91,50,92',
      'NaN,1,2,3',
      'json',
      'geojson',
      '2026-01-01T00:00:00Z/..',
      '2026-02-30',
      'depth>5',
      'depth IS NULL',
      'depth+%3C+7',
      '%',
      '%E4',
      '%C9%99',
      'a&a',
      '+',
      '__proto__',
      'constructor',
      '\u200f',
      'WzFd',
      'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
    ];
    let quick = 0;
    for (let i = 0; i < 300; i++) {
      const pairs = Array.from({ length: random.integer(1, 3) }, () => {
        const value = values[random.integer(0, values.length - 1)]!;
        return `${names[random.integer(0, names.length - 1)]}=${/[^\x21-\x7e]/.test(value) ? encodeURIComponent(value) : value.replaceAll(' ', '%20')}`;
      });
      if (await expectSame(`${random.next() < 0.8 ? items : one}?${pairs.join('&')}`)) quick++;
    }
    expect(quick).toBeGreaterThan(10);
    expect(quick).toBeLessThan(200);
  });

  test('a write is seen by the next request, under a new tag', async () => {
    const before = await over(`${items}?limit=2`);
    expect((await put(well('quyu new', 400))).status).toBe(201);
    const after = await over(`${items}?limit=2`);
    expect(after.isQuick).toBe(true);
    expect(JSON.parse(after.body).numberMatched).toBe(JSON.parse(before.body).numberMatched + 1);
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(await expectSame(`${items}/quyu%20new`)).toBe(true);
  });

  test('bodies of other requests are never mixed in, however many come at once', async () => {
    const ids = Array.from({ length: 300 }, (_, i) => `quyu ${i}`);
    const answers = await Promise.all(ids.map((id) => over(`${items}/${encodeURIComponent(id)}`)));
    expect(answers.map(({ body }) => (JSON.parse(body) as { id: string }).id)).toEqual(ids);
  });

  test('records and tiles say who answered, and why it was not the copy in memory', async () => {
    const tile = '/collections/wells/tiles/WebMercatorQuad/0/0/0?f=mvt';
    const saysOf = async (path: string, headers: OutgoingHttpHeaders = {}) =>
      (await over(path, headers)).headers['server-timing'];
    expect(await saysOf(one)).toMatch(/^snapshot;dur=[\d.]+$/);
    expect(await saysOf(`${one}?asOf=100000`)).toMatch(/^snapshot;dur=[\d.]+$/);
    expect(await saysOf(one, authorisation())).toMatch(/^sql;dur=[\d.]+;desc="caller"$/);
    expect(await saysOf(tile)).toMatch(/^snapshot;dur=[\d.]+$/);
    expect(await saysOf(tile)).toBe('cache');
    expect(await saysOf(tile, authorisation())).toMatch(/^sql;dur=[\d.]+;desc="caller"$/);
    expect(await saysOf(`${tile}&filter=S_INTERSECTS(geometry,POINT(49%2040))`)).toMatch(
      /^sql;dur=[\d.]+;desc="filter"$/,
    );
  });

  test('it counts in the metrics as any other request does', async () => {
    await over(one);
    const metrics = await within('/metrics', authorisation());
    expect(metrics.body).toMatch(
      /ufuq_http_request_seconds_count\{method="GET",route="\/collections\/:collection\/items\/:record",status="200"\} \d+/,
    );
  });
});
