import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasePayload } from '../../src/kernel/log/proof/erasure.ts';
import { buildApp } from '../conformance/features/api.ts';
import { byAdministrator } from '../engines/kernel.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

/** What was erased is told as erased: to look as if it had never been said would be a lie about the log. */
let log: ProvenLog;
let app: FastifyInstance;
beforeAll(async () => {
  log = await openProvenLog();
  app = await buildApp(log.kernel);
}, 180_000);
afterAll(async () => {
  await app.close();
  await log.close();
});

/** Writes a record, then another version of it, and erases the first; returns its position. */
async function erasedFirst(register: string, record: string, name: string): Promise<number> {
  const { kernel, sequencer } = log;
  const put = (properties: Record<string, unknown>) =>
    kernel.writer.write(
      [{ verb: 'replace', register, record, body: { properties, geometry: null } }],
      byAdministrator,
    );
  const [first] = await put({ name });
  await put({ name: 'open' });
  await sequencer.sequenceNow();
  const why = { actor: 'officer', legalBasis: 'Law on personal data, art. 9', reason: 'asked' };
  await erasePayload(kernel, { position: first!.position, ...why });
  return first!.position;
}

const get = (url: string, language = 'en') => app.inject({ url, headers: { 'accept-language': language } });

test('an item that was erased is gone, and its history says so', async () => {
  const position = await erasedFirst('wells', 'w', 'Ali Aliyev');
  const item = '/collections/wells/items/w';
  const gone = await get(`${item}?asOf=${position}`);
  expect(gone.statusCode).toBe(410);
  expect(gone.json().type).toMatch(/record-erased$/);
  expect((await get(`${item}?asOf=${position}`, 'az')).json().detail).toContain('qanuna görə silinib');
  expect((await get(`${item}?asOf=${position - 1}`)).statusCode).toBe(404);
  expect((await get(item)).json().properties.name).toBe('open');
  expect((await get('/collections/wells/items/nobody')).statusCode).toBe(404);

  const history = await get(`${item}/history`);
  expect(history.json().entries).toMatchObject([
    { body: { properties: { name: 'open' } } },
    { position, body: null, isErased: true },
  ]);
  expect(history.json().entries[0]).not.toHaveProperty('isErased');
  expect(history.body).not.toContain('Aliyev');
  const page = await app.inject({ url: `${item}/history`, headers: { accept: 'text/html' } });
  expect(page.body).toContain('erased by law');
});

test('a record that was only stated to be absent was not erased', async () => {
  const target = { register: 'wells', record: 'retired' } as const;
  const body = { properties: { name: 'x' }, geometry: null };
  await log.kernel.writer.write([{ verb: 'create', ...target, body }], byAdministrator);
  await log.kernel.writer.write([{ verb: 'retire', ...target }], byAdministrator);
  expect((await get('/collections/wells/items/retired')).statusCode).toBe(404);
  const [absent] = (await get('/collections/wells/items/retired/history')).json().entries;
  expect(absent).toMatchObject({ body: null });
  expect(absent).not.toHaveProperty('isErased');
});

test('it is told to whom it was shown before', async () => {
  const shown = await erasedFirst('rowed', 'shown', 'open');
  expect((await get(`/collections/rowed/items/shown?asOf=${shown}`)).statusCode).toBe(410);
  expect((await get('/collections/rowed/items/shown/history')).json().entries).toHaveLength(2);
  const hidden = await erasedFirst('rowed', 'hidden', 'secret');
  expect((await get(`/collections/rowed/items/hidden?asOf=${hidden}`)).statusCode).toBe(404);
  const entries = (await get('/collections/rowed/items/hidden/history')).json().entries;
  expect(entries).toMatchObject([{ body: { properties: { name: 'open' } } }]);
});
