import type { FastifyInstance } from 'fastify';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { geometryDiff } from '../../src/kernel/query/geometry-diff.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { bearer, buildApp } from '../conformance/features/api.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const plots = defineRegister({
  id: 'plots',
  title: same('Plots'),
  description: same('Plots'),
  geometry: 'Geometry',
  provenance: false,
  fields: [
    { name: 'name', type: 'string', title: same('Name') },
    { name: 'owner', type: 'string', secrecy: 'restricted', title: same('Owner') },
  ],
});

let kernel: TestKernel;
let app: FastifyInstance;
const box = (west: number, south: number, east: number, north: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const write = async (verb: 'create' | 'replace', name: string, owner: string, geometry: Geometry | null) =>
  (
    await kernel.writer.write(
      [{ verb, register: 'plots', record: 'p', body: { properties: { name, owner }, geometry } }],
      byAdministrator,
    )
  )[0]!.position;
const diff = async (query = '', headers = {}) =>
  await app.inject({ url: `/collections/plots/items/p/history/diff${query}`, headers });

beforeAll(async () => {
  kernel = await openKernel([plots]);
  app = await buildApp(kernel);
});
afterAll(async () => {
  await app.close();
  await kernel.database.close();
});

test('what an area gained and lost is drawn and measured on the ellipsoid', async () => {
  const { change, added, removed, measure } = await geometryDiff(
    kernel.database,
    box(49, 40, 49.01, 40.01),
    box(49.005, 40, 49.02, 40.01),
  );
  expect(change).toBe('changed');
  // A degree of longitude at 40° north is 85.4 km, one of latitude 111.0 km.
  const hundredth = 0.01 * 85.39 * 0.01 * 111.04 * 1e6;
  expect(measure?.unit).toBe('m2');
  for (const [name, hundredths] of [
    ['was', 1],
    ['became', 1.5],
    ['added', 1],
    ['removed', 0.5],
  ] as const)
    expect(measure![name] / (hundredths * hundredth)).toBeCloseTo(1, 2);
  expect(measure!.became - measure!.was).toBeCloseTo(measure!.added - measure!.removed, 1);
  expect([added?.type, removed?.type]).toEqual(['Polygon', 'Polygon']);
});

test('lines are measured by length, points by how far they went', async () => {
  const line = (end: number): Geometry => ({
    type: 'LineString',
    coordinates: [
      [49, 40],
      [49, end],
    ],
  });
  const grown = await geometryDiff(kernel.database, line(40.1), line(40.2));
  expect(grown.measure).toMatchObject({ unit: 'm', removed: 0 });
  expect(grown.measure!.added / 11_104).toBeCloseTo(1, 2);
  expect(grown.removed).toBeNull();
  const moved = await geometryDiff(
    kernel.database,
    { type: 'Point', coordinates: [49, 40] },
    { type: 'Point', coordinates: [49, 40.01] },
  );
  expect(moved.movedM! / 1110.4).toBeCloseTo(1, 2);
});

test('the same, nothing, another kind, a mixed collection: each is answered', async () => {
  const a = box(49, 40, 49.01, 40.01);
  const point: Geometry = { type: 'Point', coordinates: [49, 40, 12] };
  const of = (was: Geometry | null, became: Geometry | null) => geometryDiff(kernel.database, was, became);
  expect(await of(a, a)).toMatchObject({ change: 'none', added: null, removed: null });
  expect(await of(null, null)).toEqual({ change: 'none', added: null, removed: null });
  expect(await of(null, a)).toMatchObject({ change: 'added', added: a, removed: null });
  expect(await of(point, a)).toMatchObject({ change: 'changed', removed: { type: 'Point' } });
  const mixed: Geometry = { type: 'GeometryCollection', geometries: [a, point] };
  expect((await of(mixed, a)).change).toBe('changed');
});

test('any two entries of a record are compared; what the public may not see is not told', async () => {
  const first = await write('create', 'North field', 'A', box(49, 40, 49.01, 40.01));
  await write('replace', 'North field', 'B', box(49, 40, 49.01, 40.01));
  const third = await write('replace', 'South field', 'B', null);
  const newest = (await diff()).json();
  expect(newest.properties).toEqual([{ name: 'name', was: 'North field', became: 'South field' }]);
  expect(newest.geometry).toMatchObject({ change: 'removed', measure: { became: 0 } });
  const whole = await diff(`?from=${first}&to=${third}`, bearer);
  expect(whole.json().properties.map(({ name }: { name: string }) => name)).toEqual(['name', 'owner']);
  expect((await diff(`?from=${first}&to=${third}`)).body).not.toContain('owner');
  const back = (await diff(`?from=${third}&to=${first}`)).json();
  expect(back.geometry.change).toBe('added');
  const oldest = (await diff(`?to=${first}`)).json();
  expect(oldest).toMatchObject({ from: null, geometry: { change: 'added' } });
  expect((await diff(`?from=${third + 5}`)).statusCode).toBe(404);
  expect((await diff('?from=x')).statusCode).toBe(400);
  const { headers } = await diff();
  expect((await diff('', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
});
