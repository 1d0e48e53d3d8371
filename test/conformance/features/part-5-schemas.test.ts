import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from './api.ts';

/** OGC 23-058r2, Annex A. */
let api: TestApi;

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

type Property = Readonly<Record<string, unknown>>;
const collections = ['towns', 'areas', 'counts'];
const kinds = ['schema', 'queryables', 'sortables'];

describe.each(collections.flatMap((id) => kinds.map((kind) => [id, kind] as const)))(
  '/collections/%s/%s',
  (id, kind) => {
    test('link, op-and-response', async () => {
      const { body } = await api.get(`/collections/${id}`);
      const link = body.links.find(
        ({ rel }: { rel: string }) => rel === `http://www.opengis.net/def/rel/ogc/1.0/${kind}`,
      );
      expect(link).toMatchObject({
        href: `http://localhost:80/collections/${id}/${kind}`,
        type: 'application/schema+json',
      });
      const { status, headers } = await api.get(`/collections/${id}/${kind}`, {
        accept: 'application/schema+json',
      });
      expect([status, headers['content-type']]).toEqual([200, 'application/schema+json']);
    });

    test('schemas/json-schema, properties, additional-keywords, property-seq', async () => {
      const { body } = await api.get(`/collections/${id}/${kind}`);
      expect(body).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `http://localhost:80/collections/${id}/${kind}`,
        type: 'object',
        additionalProperties: false,
      });
      const properties = Object.values(body.properties as Record<string, Property>);
      expect(properties.length).toBeGreaterThan(0);
      for (const property of properties) {
        if (typeof property.format === 'string' && property.format.startsWith('geometry-')) {
          expect(property.type).toBeUndefined();
          expect(kind).not.toBe('sortables');
        } else expect(property.type).toBeTypeOf('string');
        if (kind === 'sortables') expect(['array', 'object']).not.toContain(property.type);
        if (property['x-ogc-unit'] !== undefined) expect(['integer', 'number']).toContain(property.type);
        expect(Number.isInteger(property['x-ogc-propertySeq'])).toBe(true);
      }
      const order = properties.map((property) => property['x-ogc-propertySeq']);
      expect(new Set(order).size).toBe(order.length);
    });

    test('role-id, advanced-property-roles, references', async () => {
      const { body } = await api.get(`/collections/${id}/${kind}`);
      const withRole = (role: string) =>
        Object.entries(body.properties as Record<string, Property>).filter(
          ([, each]) => each['x-ogc-role'] === role,
        );
      if (kind !== 'sortables') expect(withRole('id')).toHaveLength(1);
      expect(withRole('primary-geometry').length).toBeLessThanOrEqual(1);
      if (id === 'areas') {
        expect(withRole('primary-interval-start').map(([name]) => name)).toEqual(['since']);
        expect(withRole('primary-interval-end').map(([name]) => name)).toEqual(['until']);
      }
      if (id === 'counts') expect(withRole('primary-instant').map(([name]) => name)).toEqual(['at']);
      for (const [, property] of withRole('reference'))
        expect(collections).toContain(property['x-ogc-collectionId']);
    });
  },
);

test('returnables-and-receivables/response: features have no property that the schema does not know', async () => {
  for (const id of collections) {
    const { body: schema } = await api.get(`/collections/${id}/schema`);
    const { body } = await api.get(`/collections/${id}/items?datetime=../..`);
    expect(body.features.length).toBeGreaterThan(0);
    for (const { properties } of body.features)
      for (const [name, value] of Object.entries(properties)) {
        expect(Object.keys(schema.properties)).toContain(name);
        expect(jsonType(value)).toContain(schema.properties[name].type);
      }
  }
});

function jsonType(value: unknown): string[] {
  if (Array.isArray(value)) return ['array'];
  if (Number.isInteger(value)) return ['integer', 'number'];
  return [typeof value];
}

test('titles and codes are said in the language of the reader', async () => {
  const { body } = await api.get('/collections/towns/schema', { 'accept-language': 'az' });
  expect(body.title).toBe('Şəhərlər');
  expect(body.properties.rank.oneOf[0]).toEqual({ const: 'city', title: 'code city' });
  expect(body.properties.geometry).toMatchObject({ format: 'geometry-point', title: 'Həndəsə' });
  expect(body.required).toEqual(['name']);
});
