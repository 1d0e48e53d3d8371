import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKernel, type TestKernel } from '../../../test/engines/kernel.ts';
import { administrator } from '../../kernel/access/caller.ts';
import { Problem } from '../../kernel/errors.ts';
import { addRegisterRoutes } from './register-routes.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const wells = {
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: 'Point',
  fields: [{ name: 'depth_m', type: 'number', minimum: 0, title: same('Depth') }],
  rules: [{ id: 'deep', holds: 'depth_m < 10000', sentence: same('No well is deeper than 10 km.') }],
};

let kernel: TestKernel;
let app: FastifyInstance;
beforeAll(async () => {
  kernel = await openKernel([]);
  app = Fastify();
  app.decorateRequest('caller', { getter: () => administrator });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Problem)) throw error;
    return reply.code(error.status).send({ id: error.id, errors: error.violations });
  });
  addRegisterRoutes(app, kernel);
});
afterAll(async () => {
  await app.close();
  await kernel.database.close();
});

test('a register declared at run time has the powers of one from code, and its definition is in the log', async () => {
  const made = await app.inject({ method: 'POST', url: '/operation/registers', payload: wells });
  expect(made.statusCode).toBe(201);
  const record = { verb: 'create' as const, register: 'wells', record: 'w' };
  const context = { caller: administrator, cause: 'test' };
  const tooDeep = { properties: { depth_m: 20_000 }, geometry: null };
  await expect(kernel.writer.write([{ ...record, body: tooDeep }], context)).rejects.toMatchObject({
    violations: [{ code: 'rule' }],
  });
  await kernel.writer.write([{ ...record, body: { properties: { depth_m: 20 }, geometry: null } }], context);
  expect(await kernel.reader.count({ register: 'wells', caller: administrator })).toEqual({
    count: 1,
    isExact: true,
  });
  const again = await app.inject({ method: 'POST', url: '/operation/registers', payload: wells });
  expect(again.json()).toMatchObject({ id: 'register-exists' });
});

test('a definition that does not fit is refused with everything that is wrong', async () => {
  const payload = {
    id: 'x',
    title: { en: 'X' },
    geometry: 'Dot',
    fields: [{ name: 'a', type: 'money' }],
    colour: 1,
  };
  const refused = await app.inject({ method: 'POST', url: '/operation/registers', payload });
  expect(refused.statusCode).toBe(400);
  expect(
    refused
      .json()
      .errors.map((e: { pointer: string; code: string }) => `${e.pointer} ${e.code}`)
      .sort(),
  ).toEqual([
    '/colour member-not-known',
    '/description required',
    '/fields/0/title required',
    '/fields/0/type not-allowed',
    '/geometry not-allowed',
    '/title/ar required',
    '/title/az required',
    '/title/fa required',
  ]);
});

test('what is dropped is gone, and may be declared anew', async () => {
  const dropped = await app.inject({ method: 'DELETE', url: '/operation/registers/wells' });
  expect(dropped.json()).toEqual({ dropped: 'wells' });
  expect(kernel.registry.get('wells')).toBeUndefined();
  expect((await app.inject({ method: 'POST', url: '/operation/registers', payload: wells })).statusCode).toBe(
    201,
  );
});
