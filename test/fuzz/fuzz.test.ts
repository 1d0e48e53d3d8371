import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configWith } from '../../src/kernel/config.ts';
import type { Database } from '../../src/kernel/db/database.ts';
import { buildServer } from '../../src/server/build-server.ts';
import { createServices, type StoreServices } from '../../src/server/create-services.ts';
import { loadPack } from '../../src/server/load-pack.ts';
import { checkStore } from '../../src/server/operation/store-checks.ts';
import { engineName, openTestDatabase } from '../engines/engine.ts';
import { type Description, type OddRequest, RequestSource } from './odd-requests.ts';
import { Random } from './random.ts';

const count = Number(process.env.UFUQ_FUZZ_REQUESTS ?? 3000);
/** The same requests at every run, unless UFUQ_FUZZ_SEED says otherwise. */
const seed = Number(process.env.UFUQ_FUZZ_SEED ?? 2026);
const patienceMilliseconds = 20_000;
const token = 'token-of-the-fuzz-test';

const data = mkdtempSync(join(tmpdir(), 'ufuq-fuzz-'));
let database: Database;
let services: StoreServices;
let app: FastifyInstance;
let source: RequestSource;
const statuses: Record<number, number> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  const config = configWith({ data, limits: { bodyBytes: 1_000_000, requestSeconds: 15 } });
  services = await createServices(config, database);
  await loadPack({ pack: 'azerbaijan' }, services);
  ({ app } = await buildServer({ config, services, state: { instance: 'fuzz', phase: 'ready' }, token }));
  const description = (await app.inject('/api')).json() as Description;
  const { features } = (await app.inject('/collections/settlements/items?limit=5')).json() as {
    features: { id: string }[];
  };
  const collections = services.registry.all().map(({ id }) => id);
  const records = features.map(({ id }) => id);
  const more = ['/operation/registers/{record}', '/health/ready', '/metrics', '/language/{record}'];
  const ids = { collectionId: collections, collection: collections, featureId: records, record: records };
  source = new RequestSource(description, ids, more);
}, 400_000);

afterAll(async () => {
  await app.close();
  await database.close();
  rmSync(data, { recursive: true });
});

/** What is wrong with the answer to a request; undefined where it is as it should be. */
async function fault(request: OddRequest): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<'hang'>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds, 'hang');
  });
  try {
    const answer = await Promise.race([app.inject(request), hang]);
    if (answer === 'hang') return 'no answer';
    statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
    if (answer.statusCode >= 500) return `${answer.statusCode} ${answer.body.slice(0, 300)}`;
    const type = String(answer.headers['content-type'] ?? '');
    const isRefusal = answer.statusCode >= 400 && request.method !== 'HEAD';
    if (isRefusal && !/problem\+json|text\/html/.test(type)) return `${answer.statusCode} of type ${type}`;
    return undefined;
  } catch (error) {
    return `thrown: ${String(error)}`;
  } finally {
    clearTimeout(timer);
  }
}

test(`${count} odd requests on ${engineName} (UFUQ_FUZZ_SEED=${seed}): no 5xx, no hang, the log unchanged`, {
  timeout: 120_000 + count * 200,
}, async () => {
  const random = new Random(seed);
  const before = await services.reader.position();
  const faults: string[] = [];
  for (let i = 0; i < count && faults.length < 20; i++) {
    const drawn = source.draw(random);
    if (random.chance(0.8)) drawn.headers.authorization = `Bearer ${token}`;
    // The administrator may delete what is there; only what cannot succeed is asked in his name.
    if (drawn.method === 'DELETE') delete drawn.headers.authorization;
    // Any bytes are a document, and a patch of nothing is a patch; those are only rehearsed.
    const isDocument = drawn.method === 'POST' && drawn.url.startsWith('/documents');
    const isRehearsed = isDocument || (drawn.method === 'PATCH' && String(drawn.payload) === '{}');
    const mark = drawn.url.includes('?') ? '&' : '?';
    const request = isRehearsed ? { ...drawn, url: `${drawn.url}${mark}dryRun=true` } : drawn;
    const found = await fault(request);
    if (found !== undefined) faults.push(`${request.method} ${request.url.slice(0, 400)} -> ${found}`);
  }
  console.log(`${engineName}: ${JSON.stringify(statuses)}`);
  expect(faults).toEqual([]);
  // Chance reached what it should reach: answers, and refusals of every kind.
  for (const status of [200, 400, 401, 404, 405, 415, 422])
    expect(statuses[status], String(status)).toBeGreaterThan(0);
  expect(await services.reader.position()).toBe(before);
  // Nothing signs here, so that entries are not proven is no fault.
  const checks = await checkStore(services, data);
  expect(checks.filter(({ id, status }) => status !== 'ok' && id !== 'proof')).toEqual([]);
});
