import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { configWith } from '../../src/kernel/config.ts';
import { installProblems } from '../../src/kernel/http/problem.ts';
import { defaultNames } from '../../src/kernel/http/settings.ts';
import type { ImportDocument } from '../../src/server/transfer/import-document.ts';
import { transferPlugin } from '../../src/server/transfer/transfer-plugin.ts';
import { collection, feature, type ImportKernel, openImportKernel, point } from './import-kernel.ts';

let kernel: ImportKernel;
let app: FastifyInstance;
const file = collection([
  feature('a', { name: 'Şəki' }, point(47.2, 41.2)),
  feature('b', { name: 'x' }, point(1, 2)),
]);

beforeAll(async () => {
  kernel = await openImportKernel();
  const settings = { ...defaultNames, ...configWith({ limits: { importBytes: 100_000 } }) };
  app = Fastify();
  installProblems(app, settings);
  app.decorateRequest('caller', null as never);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization ? administrator : anonymous;
  });
  await app.register(transferPlugin, { services: kernel, settings, workFolder: join(kernel.folder, 'work') });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await kernel.close();
});

const headers = { authorization: 'Bearer x', 'content-type': 'application/octet-stream' };
const post = (query: string, payload: string | Buffer = file, more = {}) =>
  app.inject({ method: 'POST', url: `/imports?${query}`, payload, headers: { ...headers, ...more } });

test('an upload is imported, followed and remembered', async () => {
  const started = await post('create=true&name=towns.geojson');
  expect(started.statusCode).toBe(202);
  const { id } = started.json<ImportDocument>();
  let job = started.json<ImportDocument>();
  for (let i = 0; i < 200 && ['waiting', 'running'].includes(job.status); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    job = (await app.inject({ url: `/imports/${id}`, headers })).json();
  }
  expect(job).toMatchObject({
    status: 'imported',
    file: 'towns.geojson',
    report: { layers: [{ imported: 2 }] },
  });
  expect(job.links.some(({ href }) => href.endsWith('/collections/towns'))).toBe(true);
  const all = await app.inject({ url: '/imports', headers });
  expect(all.json().imports).toHaveLength(1);
});

test('a form carries the file and its name; the answer can be waited for, in the language of the reader', async () => {
  const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="other.geojson"\r\nContent-Type: application/geo+json\r\n\r\n${file}\r\n--b--\r\n`;
  const type = { 'content-type': 'multipart/form-data; boundary=b' };
  const made = await post('create=true&wait=true', body, type);
  expect(made.statusCode).toBe(201);
  const again = await post('create=true&wait=true', body, { ...type, 'accept-language': 'az' });
  expect(again.statusCode).toBe(422);
  expect(again.json<ImportDocument>().report?.findings[0]?.sentence).toContain('"other" reyestri artıq var');
});

test('strangers, parameters that are wrong, and files that are too large are refused in form', async () => {
  const stranger = await app.inject({ method: 'POST', url: '/imports?create=true', payload: file });
  expect(stranger.statusCode).toBe(401);
  const wrong = await post('create=perhaps&nonsense=1&map=x');
  expect(wrong.statusCode).toBe(400);
  expect(wrong.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    'parameter:nonsense',
    'parameter:map',
    'parameter:create',
    'parameter:register',
  ]);
  for (const aimless of ['name=x.csv', 'create=true&register=other'])
    expect((await post(aimless)).json().errors[0].detail).toContain('either to the register');
  expect((await post('register=none')).statusCode).toBe(404);
  const large = await post('create=true&name=large.geojson', Buffer.alloc(100_001, 32));
  expect(large.statusCode).toBe(413);
  expect((await app.inject({ url: '/imports/none', headers })).statusCode).toBe(404);
});

test('an import that is cancelled leaves nothing', async () => {
  const lines = Array.from({ length: 1500 }, (_, i) => JSON.stringify(feature(i, {}, point(1, 2)))).join(
    '\n',
  );
  const { id } = (await post('create=true&name=cut.geojsonl', lines.slice(0, 99_000))).json<ImportDocument>();
  const gone = await app.inject({ method: 'DELETE', url: `/imports/${id}`, headers });
  expect(['cancelled', 'refused']).toContain(gone.json<ImportDocument>().status);
  expect(kernel.registry.get('cut')).toBeUndefined();
});
