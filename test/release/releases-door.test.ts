import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { installProblems } from '../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../src/kernel/http/settings.ts';
import { releasesPlugin } from '../../src/server/releases/releases-plugin.ts';
import { openReleasedLog, type ReleasedLog, site } from './released-log.ts';

let log: ReleasedLog;
let app: FastifyInstance;
let id: string;
const admin = { authorization: 'Bearer x' };
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const post = (url: string, payload: object, headers: Record<string, string> = admin) =>
  app.inject({ method: 'POST', url, payload, headers });
const settled = async (job: string) => {
  for (;;) {
    const document = (await get(`/releases/jobs/${job}`, admin)).json();
    if (!['waiting', 'running'].includes(document.status)) return document;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

beforeAll(async () => {
  log = await openReleasedLog();
  for (let n = 0; n < 6; n++) await log.write('sites', `site-${n}`, site(n));
  await log.proof.sequenceNow();
  app = Fastify();
  const settings = { ...defaultNames, limits: { requestSeconds: 60 }, language: 'en' } as HttpSettings;
  installProblems(app, settings);
  app.decorateRequest('caller', null as never);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization ? administrator : anonymous;
  });
  const { blobs, keys } = log.given;
  await app.register(releasesPlugin, { services: log.kernel, settings, blobs, keys });
});
afterAll(async () => {
  await app.close();
  await log.close();
});

test('the administrator has one made, sees how far it is, and everybody reads it', async () => {
  expect((await get('/releases')).json()).toMatchObject({ releases: [], numberMatched: 0 });
  expect((await post('/releases', { registers: ['sites'] }, {})).statusCode).toBe(401);
  expect((await get('/releases/jobs')).statusCode).toBe(401);
  const asked = await post('/releases', { registers: ['sites'], licence: 'CC BY 4.0' });
  expect(asked.statusCode).toBe(202);
  expect(asked.headers.location).toMatch(/\/releases\/jobs\/[-0-9a-f]{36}$/);
  const job = await settled(asked.json().id);
  expect(job).toMatchObject({ status: 'made', isNew: true });
  id = job.release;
  const again = await post('/releases', { registers: ['sites'], licence: 'CC BY 4.0' });
  expect(await settled(again.json().id)).toMatchObject({ status: 'made', isNew: false, release: id });

  expect((await get('/releases?register=sites')).json()).toMatchObject({
    numberMatched: 1,
    releases: [{ id }],
  });
  expect((await get('/releases?register=offices')).json().numberMatched).toBe(0);
  const release = (await get(`/releases/${id}`)).json();
  expect(release).toMatchObject({
    id,
    licence: 'CC BY 4.0',
    contents: [{ id: 'sites', records: 6 }],
    withdrawn: null,
  });
  const page = await get('/releases', { accept: 'text/html' });
  expect(page.body).toContain(`/releases/${id}`);
  expect((await get(`/releases/${id}`, { accept: 'text/html', 'accept-language': 'ar' })).body).toContain(
    'dir="rtl"',
  );
});

test('files come whole, by range, and not again', async () => {
  const { files } = (await get(`/releases/${id}`)).json();
  for (const { name, sha256, bytes, mediaType } of files) {
    const whole = await get(`/releases/${id}/${name}`);
    expect(createHash('sha256').update(whole.rawPayload).digest('hex')).toBe(sha256);
    expect(whole.headers['content-type']).toContain(mediaType);
    expect(whole.headers).toMatchObject({
      'content-length': String(bytes),
      'accept-ranges': 'bytes',
      'cache-control': expect.stringContaining('immutable'),
    });
  }
  const manifest = await get(`/releases/${id}/manifest.json`);
  expect(createHash('sha256').update(manifest.rawPayload).digest('hex')).toBe(id);
  const [{ name, bytes, sha256 }] = files;
  const whole = (await get(`/releases/${id}/${name}`)).rawPayload;
  const part = (range: string, more: Record<string, string> = {}) =>
    get(`/releases/${id}/${name}`, { range, ...more });
  const middle = await part('bytes=10-19');
  expect(middle.statusCode).toBe(206);
  expect(middle.headers['content-range']).toBe(`bytes 10-19/${bytes}`);
  expect(middle.rawPayload).toEqual(whole.subarray(10, 20));
  expect((await part('bytes=-5')).rawPayload).toEqual(whole.subarray(-5));
  expect((await part('bytes=0-9', { 'if-range': '"another"' })).statusCode).toBe(200);
  expect((await part('bytes=0-9', { 'if-range': `"${sha256}"` })).statusCode).toBe(206);
  const beyond = await part(`bytes=${bytes}-`);
  expect(beyond.statusCode).toBe(416);
  expect(beyond.headers['content-range']).toBe(`bytes */${bytes}`);
  expect((await get(`/releases/${id}/${name}`, { 'if-none-match': `"${sha256}"` })).statusCode).toBe(304);
  expect((await get(`/releases/${id}/nothing.gpkg`)).statusCode).toBe(404);
  expect((await get(`/releases/${'0'.repeat(64)}/${name}`)).statusCode).toBe(404);
});

test('a wish that cannot be met is refused with everything that is wrong', async () => {
  const refused = await post('/releases', { registers: 'sites', position: 'last', colour: 1 });
  expect(refused.statusCode).toBe(400);
  expect(
    refused
      .json()
      .errors.map((error: { pointer: string }) => error.pointer)
      .sort(),
  ).toEqual(['/colour', '/position', '/registers']);
  expect((await post('/releases', { registers: ['nothing'] })).statusCode).toBe(404);
  const restricted = await post('/releases', { registers: ['vaults'] });
  expect(await settled(restricted.json().id)).toMatchObject({ status: 'failed', problem: { status: 404 } });
});

test('one that waits is stopped, and leaves nothing', async () => {
  const first = (await post('/releases', { registers: ['sites'], licence: 'first' })).json().id;
  const second = (await post('/releases', { registers: ['sites'], licence: 'second' })).json().id;
  const stopped = await app.inject({ method: 'DELETE', url: `/releases/jobs/${second}`, headers: admin });
  expect(stopped.json().status).toBe('cancelled');
  expect((await settled(first)).status).toBe('made');
  expect((await get('/releases')).json().numberMatched).toBe(2);
});

test('what differs between two releases is a document, and a file', async () => {
  await log.write('sites', 'site-0', site(50));
  await log.proof.sequenceNow();
  const made = await settled((await post('/releases', { registers: ['sites'], formats: [] })).json().id);
  const delta = await get(`/releases/${id}/delta/${made.release}`);
  expect(delta.json()).toMatchObject({
    older: id,
    newer: made.release,
    registers: [{ id: 'sites', added: 0, changed: 1, removed: 0 }],
  });
  const file = await get(`/releases/${id}/delta/${made.release}/delta.geojsonl`);
  const hash = createHash('sha256').update(file.rawPayload).digest('hex');
  expect(hash).toBe(delta.json().file.sha256);
  expect((await get(`/releases/${id}/delta/${made.release}/manifest.note`)).body).toContain('ufuq-delta/1');
  expect((await get(`/releases/${id}/delta/${'0'.repeat(64)}`)).statusCode).toBe(404);
});

test('what is withdrawn stays listed with the reason, and its files are given no more', async () => {
  expect((await post(`/releases/${id}/withdrawal`, { reason: 'x' }, {})).statusCode).toBe(401);
  expect((await post(`/releases/${id}/withdrawal`, {})).statusCode).toBe(400);
  expect((await post(`/releases/${id}/withdrawal`, { reason: 'A wrong licence' })).json()).toMatchObject({
    withdrawn: { by: 'administrator', reason: 'A wrong licence' },
  });
  const gone = await get(`/releases/${id}/sites.gpkg`);
  expect(gone.statusCode).toBe(410);
  expect(gone.json().detail).toContain('A wrong licence');
  expect((await get(`/releases/${id}/manifest.json`)).statusCode).toBe(200);
  expect((await get('/releases')).json().numberMatched).toBe(3);
  expect((await post(`/releases/${id}/withdrawal`, { reason: 'x' })).statusCode).toBe(409);
});
