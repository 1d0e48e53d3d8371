import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/engines/engine.ts';
import { configWith } from '../kernel/config.ts';
import type { Database } from '../kernel/db/database.ts';
import { migrations } from '../kernel/db/migrate.ts';
import { buildServer } from './build-server.ts';
import { createServices, type StoreServices } from './create-services.ts';
import type { ServerState } from './health.ts';

const token = 'a-token-of-the-test';
const authorization = `Bearer ${token}`;
const state: ServerState = { instance: 'the-instance', phase: 'ready' };
let database: Database;
let services: StoreServices;
let app: FastifyInstance;

beforeAll(async () => {
  database = await openTestDatabase();
  const config = configWith({ limits: { bodyBytes: 2048 } });
  services = await createServices(config, database);
  ({ app } = await buildServer({ config, services, state, token }));
});

afterAll(async () => {
  await app.close();
  await database.close();
});

describe('health', () => {
  test('live says which opening of the folder it is', async () => {
    const { statusCode, body } = await app.inject('/health/live');
    expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'live', instance: 'the-instance' }]);
  });

  test('ready is 200 only while questions are answered', async () => {
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    state.phase = 'stopping';
    const { statusCode, headers } = await app.inject('/health/ready');
    state.phase = 'ready';
    expect(statusCode).toBe(503);
    expect(headers['content-type']).toMatch('application/problem+json');
  });
});

describe('who asks', () => {
  test('a token is told whose it is; nobody is told nothing', async () => {
    const asked = await app.inject({ url: '/operation/session', headers: { authorization } });
    expect(asked.json()).toEqual({ kind: 'administrator', name: 'administrator' });
    expect((await app.inject('/operation/session')).statusCode).toBe(401);
  });

  test.each([
    ['Bearer wrong'],
    ['Bearer '],
    [`Basic ${Buffer.from(`admin:${token}`).toString('base64')}`],
    [`Bearer ${token} x`],
  ])('%s is refused and not taken for anonymous', async (given) => {
    const { statusCode, headers } = await app.inject({
      url: '/health/live',
      headers: { authorization: given },
    });
    expect(statusCode).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer realm="ufuq", error="invalid_token"');
  });

  test('the doors of the operator open for the token alone', async () => {
    const closed = await app.inject('/operation/registers');
    expect([closed.statusCode, closed.headers['www-authenticate']]).toEqual([401, 'Bearer realm="ufuq"']);
    const open = await app.inject({ url: '/operation/registers', headers: { authorization } });
    expect(open.json().registers).toHaveLength(services.registry.all().length);
  });
});

test('every answer carries the security headers and the id of its request', async () => {
  for (const url of ['/health/live', '/no-such-page', '/%zz', '/operation/registers']) {
    const { headers } = await app.inject({ url, headers: { 'x-request-id': 'abc-1' } });
    expect(headers['content-security-policy'], url).toContain("default-src 'self'");
    expect(headers['x-content-type-options'], url).toBe('nosniff');
    expect(headers['x-request-id'], url).toBe('abc-1');
  }
  const { headers } = await app.inject({ url: '/health/live', headers: { 'x-request-id': 'a b\tc' } });
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('browsers elsewhere may read and may ask before they write', async () => {
  const { statusCode, headers } = await app.inject({
    method: 'OPTIONS',
    url: '/collections/settlements/items',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'PUT' },
  });
  expect(statusCode).toBe(204);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['access-control-allow-headers']).toContain('Authorization');
});

test('metrics count requests by route, status and method, and say where the log is', async () => {
  await app.inject('/no-such-page');
  const { body } = await app.inject('/metrics');
  expect(body).toMatch(
    /ufuq_http_request_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d+/,
  );
  expect(body).toMatch(/ufuq_log_position \d+/);
  expect(body).toMatch(/ufuq_database_seconds \d/);
  const remote = await app.inject({ url: '/metrics', remoteAddress: '10.0.0.1' });
  expect(remote.statusCode).toBe(401);
  const allowed = await app.inject({
    url: '/metrics',
    remoteAddress: '10.0.0.1',
    headers: { authorization },
  });
  expect(allowed.statusCode).toBe(200);
});

test('what is not there is a problem in the language of the reader', async () => {
  const { statusCode, headers } = await app.inject({ url: '/nothing', headers: { 'accept-language': 'fa' } });
  expect([statusCode, headers['content-language']]).toEqual([404, 'fa']);
  expect(headers['content-type']).toMatch('application/problem+json');
});

describe('a batch', () => {
  const write = (payload: unknown, query = '') =>
    app.inject({
      method: 'POST',
      url: `/batch${query}`,
      headers: { authorization },
      payload: payload as object,
    });
  const carrier = (id: string, name: unknown) => ({
    op: 'create',
    register: 'carriers',
    id,
    properties: { name, label: 'synthetic', source: 'test' },
  });
  const name = { az: 'a', en: 'a', ar: 'a', fa: 'a' };

  test('stands whole or not at all, and says where', async () => {
    const before = await services.reader.position();
    const refused = await write([carrier('one', name), carrier('two', 7)]);
    expect([refused.statusCode, refused.json().errors]).toMatchObject([
      422,
      [{ pointer: '/1/properties/name', code: 'type-localized' }],
    ]);
    const tried = await write([carrier('one', name), carrier('two', name)], '?dryRun=true');
    expect(tried.statusCode).toBe(200);
    expect(tried.json().operations[1].records).toMatchObject([
      { id: 'two', entries: [{ body: { geometry: null } }] },
    ]);
    expect(await services.reader.position()).toBe(before);
    const accepted = await write([carrier('one', name), carrier('two', name)]);
    expect([accepted.statusCode, accepted.json().position]).toEqual([201, before + 2]);
    expect(await services.reader.position()).toBe(before + 2);
  });

  test('changes a record in the state that its tag names, and no other', async () => {
    const url = '/collections/carriers/items/one';
    const { headers } = await app.inject({ url, headers: { authorization, accept: 'application/geo+json' } });
    const update = {
      op: 'update',
      register: 'carriers',
      id: 'one',
      properties: { name: { en: 'b' } },
      ifMatch: headers.etag,
    };
    const both = await write([update, { ...update, id: 'two', ifMatch: '"1"' }]);
    expect([both.statusCode, both.json().errors]).toMatchObject([
      412,
      [{ pointer: '/1', code: 'precondition-failed' }],
    ]);
    expect((await write([update])).statusCode).toBe(201);
    expect((await write([update])).statusCode).toBe(412);
    const now = await app.inject({ url, headers: { accept: 'application/geo+json' } });
    expect(now.json().properties.name).toEqual({ ...name, en: 'b' });
  });

  test.each([
    [{}],
    [[]],
    [[{ op: 'erase', register: 'carriers' }]],
    [[{ op: 'replace', register: 'carriers' }]],
    [7],
  ])('%j is a bad request', async (payload) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const body = { method: 'POST' as const, url: '/batch', headers, payload: JSON.stringify(payload) };
    expect((await app.inject(body)).statusCode).toBe(400);
  });

  test('says that an operation has no name, not that an empty one is wrong', async () => {
    const headers = { authorization, 'content-type': 'application/json' };
    const payload = JSON.stringify([{ verb: 'create' }]);
    const answer = await app.inject({ method: 'POST', url: '/batch', headers, payload });
    expect(answer.json().errors).toEqual([
      { pointer: '/0/op', code: 'required', detail: '"op" must have a value.' },
    ]);
  });

  test('is for whoever may write', async () => {
    expect((await app.inject({ method: 'POST', url: '/batch', payload: [] })).statusCode).toBe(401);
    expect((await app.inject({ url: '/batch' })).headers.allow).toBe('POST, OPTIONS');
  });
});

describe('the operator asks', () => {
  const ask = async (url: string) => (await app.inject({ url, headers: { authorization } })).json();

  test('an untouched store is sound', async () => {
    const { checks } = await ask('/operation/checks');
    expect(checks.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      ['schema', 'ok'],
      ['postgis', 'ok'],
      ['tables', 'ok'],
      ['log', 'ok'],
      ['state', 'ok'],
      ['proof', 'warning'], // nothing signs in this test
      ['documents', 'ok'],
    ]);
  });

  test('the schema and a declaration', async () => {
    expect(await ask('/operation/schema')).toEqual({ version: migrations.at(-1)!.number });
    expect(await ask('/operation/registers/carriers')).toMatchObject({
      id: 'carriers',
      origin: 'code',
    });
    expect((await ask('/operation/registers/nothing')).type).toMatch(/register-not-found$/);
  });
});
