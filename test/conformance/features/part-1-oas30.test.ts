import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type TestApi } from './api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

type Parameter = {
  $ref?: string;
  name: string;
  in: string;
  style?: string;
  explode?: boolean;
  schema: Record<string, unknown>;
};

test('/req/oas30/oas-definition-2, oas-impl: an OpenAPI 3.0 document of this very API', async () => {
  const { headers, body } = await api.get('/api');
  expect(headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0');
  expect(body.openapi).toBe('3.0.3');
  const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(10);
  for (const [, path] of references) {
    const target = path!.split('/').reduce((at, key) => at?.[key], body);
    expect(target, path).toBeDefined();
  }
  const ids = Object.values(body.paths as Record<string, Record<string, { operationId?: string }>>).flatMap(
    (item) => Object.values(item).flatMap(({ operationId }) => (operationId ? [operationId] : [])),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('every GET of the document answers', async () => {
  const { body } = await api.get('/api');
  for (const [path, item] of Object.entries(body.paths as Record<string, { get?: unknown }>)) {
    if (!item.get) continue;
    const record = path.includes('/towns') ? 't1' : path.includes('/areas') ? 'north' : 'n1';
    const url = path.replace('{record}', record);
    expect([url, (await api.get(url)).status]).toEqual([url, 200]);
  }
});

test('/req/core/fc-limit-definition, fc-bbox-definition, fc-time-definition: as clients expect them', async () => {
  const { body } = await api.get('/api');
  const parameters: Parameter[] = body.paths['/collections/towns/items'].get.parameters.map(
    (parameter: Parameter) =>
      parameter.$ref ? body.components.parameters[parameter.$ref.split('/').at(-1)!] : parameter,
  );
  const named = (name: string) => parameters.find((parameter) => parameter.name === name)!;
  expect(named('limit')).toMatchObject({
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 10_000, default: 100 },
  });
  expect(named('bbox')).toMatchObject({
    style: 'form',
    explode: false,
    schema: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
  });
  expect(named('datetime').schema.type).toBe('string');
  expect(named('population').schema.type).toBe('integer');
  expect(named('secret')).toBeUndefined();
});

test('hrefs keep the address behind a proxy', async () => {
  const proxied = await openApi({ publicUrl: 'https://data.example.org/ufuq/' });
  const { body } = await proxied.get('/collections/towns/items?limit=1');
  for (const { href } of body.links) expect(href).toMatch(/^https:\/\/data\.example\.org\/ufuq\//);
  const page = await proxied.get('/collections/towns', { accept: 'text/html' });
  expect(page.text).toContain('href="/ufuq/assets/page.css"');
  await proxied.close();
  const ported = await api.get('/', { host: '127.0.0.1:8081' });
  expect(ported.body.links[0].href).toBe('http://127.0.0.1:8081/');
  expect((await api.get('/', { host: 'evil<script>' })).status).toBe(400);
});
