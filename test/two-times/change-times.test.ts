import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { bearer, buildApp } from '../conformance/features/api.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const sites = defineRegister({
  id: 'sites',
  title: same('Sites'),
  description: same('Sites'),
  geometry: null,
  provenance: false,
  validTime: { kind: 'interval', from: 'opened', to: 'closed' },
  access: { read: 'public', rows: 'hidden IS NULL' },
  fields: [
    { name: 'opened', type: 'date', title: same('Opened') },
    { name: 'closed', type: 'date', title: same('Closed') },
    { name: 'hidden', type: 'boolean', title: same('Hidden') },
  ],
});

let kernel: TestKernel;
let app: FastifyInstance;
const create = (id: string, properties: Record<string, unknown>) =>
  kernel.writer.write(
    [{ verb: 'create', register: 'sites', record: id, body: { properties, geometry: null } }],
    byAdministrator,
  );
const times = async (query = '', headers = {}) =>
  (await app.inject({ url: `/collections/sites/times${query}`, headers })).json();

beforeAll(async () => {
  kernel = await openKernel([sites]);
  app = await buildApp(kernel);
  kernel.testClock.set('2024-01-01T00:00:00Z');
  await create('a', { opened: '2020-01-01', closed: '2021-01-01' });
  kernel.testClock.set('2024-06-01T00:00:00Z');
  await create('b', { opened: '2020-01-01' });
  await create('c', {});
  kernel.testClock.set('2024-07-01T00:00:00Z');
  await create('d', { opened: '2023-05-05', hidden: true });
  await kernel.writer.write([{ verb: 'retire', register: 'sites', record: 'c' }], byAdministrator);
});
afterAll(async () => {
  await app.close();
  await kernel.database.close();
});

test('few instants are told one by one, without those of records that the caller does not see', async () => {
  const { valid, recorded } = await times();
  const at = (instant: string, count: number) => ({ from: instant, to: instant, count });
  expect(valid).toEqual([
    at('2020-01-01T00:00:00Z', 2),
    at('2021-01-01T00:00:00Z', 1),
    at('2024-07-01T00:00:00Z', 1),
  ]);
  expect(recorded).toEqual([
    at('2024-01-01T00:00:00Z', 1),
    at('2024-06-01T00:00:00Z', 2),
    at('2024-07-01T00:00:00Z', 1),
  ]);
  const whole = await times('', bearer);
  expect(whole.valid.map(({ from }: { from: string }) => from)).toContain('2023-05-05T00:00:00Z');
});

test('many are told as even spans that hold them all', async () => {
  const { valid, recorded } = await times('?limit=2', bearer);
  const sum = (marks: { count: number }[]) => marks.reduce((total, { count }) => total + count, 0);
  expect([valid.length, sum(valid)]).toEqual([2, 5]);
  expect([recorded.length, sum(recorded)]).toEqual([2, 5]);
  for (const { from, to } of [...valid, ...recorded]) expect(from < to).toBe(true);
});

test('what was known then is marked as it was known then', async () => {
  const { valid, recorded } = await times('?asOf=2024-02-01');
  expect(valid).toHaveLength(2);
  expect(recorded).toHaveLength(1);
});
