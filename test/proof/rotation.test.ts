import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { installProblems } from '../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../src/kernel/http/settings.ts';
import { type LogProof, openLogProof } from '../../src/kernel/log/proof/log-proof.ts';
import { verifyReceipt } from '../../src/kernel/log/proof/receipt.ts';
import { makeSigningKey } from '../../src/kernel/log/proof/signing-key.ts';
import {
  formatVerifierKey,
  parseVerifierKey,
  signatureTypes,
} from '../../src/kernel/log/proof/verifier-key.ts';
import { verifyLog } from '../../src/kernel/log/proof/verify-log.ts';
import { tlogPlugin } from '../../src/standards/tlog/plugin.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
let proof: LogProof;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'ufuq-rotation-'));
const admin = { authorization: 'Bearer x' };
const key = (vkey: string) => [parseVerifierKey(vkey)!];
const post = (url: string, payload: object = {}, headers: Record<string, string> = admin) =>
  app.inject({ method: 'POST', url, payload, headers });
const receiptOf = async (record: string) =>
  (await app.inject({ url: `/log/receipt?register=wells&record=${record}` })).json();
const faults = (receipt: unknown, vkey: string) => verifyReceipt(receipt, key(vkey)).faults;

beforeAll(async () => {
  log = await openProvenLog();
  proof = await openLogProof({ database: log.kernel.database, clock: log.kernel.clock, folder });
  await log.addWells(0, 5);
  await proof.sequenceNow();
  app = Fastify();
  installProblems(app, { ...defaultNames, limits: { requestSeconds: 60 }, language: 'en' } as HttpSettings);
  app.decorateRequest('caller', null as never);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization ? administrator : anonymous;
  });
  await app.register(tlogPlugin, { services: log.kernel, proof });
});
afterAll(async () => {
  await app.close();
  await log.close();
  rmSync(folder, { recursive: true });
});

test('a key is rotated at the door: both sign at once, then the new one alone, and all of it stays checkable', async () => {
  const keys = async () =>
    (await app.inject({ url: '/log/keys' })).json().keys as { vkey: string; validTo: string | null }[];
  const old = (await keys()).find(
    ({ vkey }) => key(vkey)[0]!.id === proof.keys.signersAt(new Date(8e15))[0]!.verifier.id,
  )!.vkey;
  const early = await receiptOf('well-1');
  const answer = await post('/log/keys', { overlapHours: 2 });
  expect(answer.statusCode).toBe(201);
  const { vkey: young } = answer.json();

  const during = await receiptOf('well-1'); // the latest checkpoint, which the new key has signed as well by now
  expect([faults(early, old), faults(early, young)]).toEqual([[], ['signature']]);
  expect([faults(during, old), faults(during, young)]).toEqual([[], []]);
  log.kernel.testClock.now += 2 * 3_600_000 + 1;
  await log.addWells(5, 1);
  await proof.sequenceNow();
  const late = await receiptOf('well-5');
  expect([faults(late, old), faults(late, young)]).toEqual([['signature'], []]);
  expect([faults(early, old), faults(during, old)]).toEqual([[], []]);
  expect((await keys()).filter(({ validTo }) => validTo === null).map(({ vkey }) => vkey)).toContain(young);
  expect((await verifyLog(log.kernel.database)).findings).toEqual([]);
});

test('nobody else rotates, and a wrong overlap is told what would be right', async () => {
  expect((await post('/log/keys', {}, {})).statusCode).toBe(401);
  for (const overlapHours of [-1, 9000, 'long']) {
    const refused = await post('/log/keys', { overlapHours });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors[0]).toMatchObject({ pointer: '/overlapHours', code: 'count' });
  }
  expect((await post('/log/restorations', {}, {})).statusCode).toBe(401);
  expect((await post('/log/restorations', {})).json().errors).toHaveLength(2);
  expect((await post('/log/restorations', { legalBasis: 'a', reason: 'b' })).statusCode).toBe(409);
});

test('witnesses are listed for everybody, and how asking them goes for the administrator', async () => {
  const witness = makeSigningKey('witness.example.org', signatureTypes.cosignature);
  const vkey = formatVerifierKey(witness.verifier);
  expect((await post('/log/witnesses', { vkey, url: 'ftp://x' })).json().errors[0].pointer).toBe('/url');
  expect((await post('/log/witnesses', { vkey: 1 })).statusCode).toBe(415);
  expect((await post('/log/witnesses', { vkey, url: 'http://127.0.0.1:1' })).statusCode).toBe(204);
  const list = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/log/witnesses', headers })).json().witnesses;
  expect(await list({})).toEqual([{ name: 'witness.example.org', vkey, signed: 0 }]);
  expect(await list(admin)).toMatchObject([{ url: 'http://127.0.0.1:1' }]);
});
