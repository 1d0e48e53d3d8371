import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byAdministrator, openKernel, type TestKernel } from '../../../test/engines/kernel.ts';
import { tableOf } from '../register/columns.ts';
import type { Field } from '../register/declaration.ts';
import { defineRegister } from '../register/define-register.ts';
import { BulkEncoder, bulkRowColumns } from './bulk-encoder.ts';
import { shiftPositions } from './bulk-positions.ts';
import { entryTarget } from './copy-line.ts';
import type { Body } from './entry.ts';
import { always } from './stretch.ts';

const title = { az: 'x', en: 'x', ar: 'x', fa: 'x' };
const types = ['string', 'integer', 'number', 'boolean', 'date', 'timestamp', 'localized', 'object'] as const;
const fields: Field[] = types.map((type) => ({ name: type, type, title }));
fields.push({ name: 'a list', type: 'array', items: 'integer', title });
const declaration = { title, description: title, geometry: 'Geometry', provenance: false, fields } as const;
const [one, bulk] = ['one', 'bulk'].map((id) => defineRegister({ ...declaration, id }));

const bodies: Body[] = [
  { properties: {}, geometry: null },
  {
    properties: {
      string: 'Şəki\t"tab" \\ \n ünvan 😀',
      integer: -9007199254740991,
      number: 0.1,
      boolean: true,
      date: '1899-12-31',
      timestamp: '2024-02-29T23:59:59.123Z',
      localized: { en: 'x', az: 'ə' },
      object: { b: [1, null], a: '\\' },
      'a list': [3, -1],
    },
    geometry: { type: 'Point', coordinates: [49.87, 40.41] },
  },
  { properties: { integer: 0, number: -1e-9, boolean: false, date: '2024-02-29' }, geometry: polygon(2) },
  { properties: { integer: 2 ** 40, number: 1e300 }, geometry: polygon(3) },
  { properties: {}, geometry: { type: 'GeometryCollection', geometries: [polygon(2), polygon(2)] } },
  {
    properties: {},
    geometry: {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3.5, -4.25],
        [1 / 3, 0],
      ],
    },
  },
  {
    properties: {},
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
  },
];

function polygon(size: number): Extract<Body['geometry'], { type: 'Polygon' }> {
  const ring = [
    [49, 40],
    [49.1234567, 40],
    [49.1, 40.1],
    [49, 40],
  ];
  return { type: 'Polygon', coordinates: [ring.map((p) => [...p, ...(size === 3 ? [12.5] : [])])] };
}

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel([one!, bulk!]);
});
afterAll(() => kernel.database.close());

const stored = (id: string) =>
  kernel.database.query(sql`select t.*, t._entry - (select min(_entry) from ${raw(tableOf(id))}) as _entry,
    0 as _born, 0 as _known_from, ST_AsEWKT(t._geometry) as text from ${raw(tableOf(id))} t order by t._entry`);
const logged = (id: string) =>
  kernel.database.query(sql`select record, valid_from, valid_to, body from ufuq.entry
    where register = ${kernel.registry.numberOf(id)} order by position`);

test('a bulk load leaves the same log and the same rows as writes do', async () => {
  const { database, registry, writer } = kernel;
  const intents = bodies.map((body, i) => ({
    verb: 'create' as const,
    register: 'one',
    record: `r ${i}`,
    body,
  }));
  await writer.write(intents, byAdministrator);
  const encoder = new BulkEncoder(bulk!, 77, 1000);
  for (const [i, body] of bodies.entries()) encoder.add(`r ${i}`, always, body);
  const [entries, rows] = [encoder.entries.take(), encoder.rows.take()];
  shiftPositions(entries, { by: 5_000_000_000, registerNumber: registry.numberOf('bulk'), columns: 1 });
  shiftPositions(rows, { by: 5_000_000_000, columns: 3 });
  const only = async function* (bytes: Uint8Array) {
    yield bytes;
  };
  expect(await database.copyTuplesIn(entryTarget, only(entries))).toBe(bodies.length);
  const target = `${tableOf('bulk')} (${bulkRowColumns(bulk!)})`;
  expect(await database.copyTuplesIn(target, only(rows))).toBe(bodies.length);
  expect(await stored('bulk')).toEqual(await stored('one'));
  expect(await logged('bulk')).toEqual(await logged('one'));
  const [first] = await database.query(sql`select min(position)::text as p from ufuq.entry
    where register = ${registry.numberOf('bulk')}`);
  expect(first).toEqual({ p: '5000001000' });
});
