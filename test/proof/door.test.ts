import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { installProblems } from '../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../src/kernel/http/settings.ts';
import { parseCheckpoint } from '../../src/kernel/log/proof/checkpoint.ts';
import { hashesOf, hashLeaf } from '../../src/kernel/log/proof/merkle-hash.ts';
import { isConsistent } from '../../src/kernel/log/proof/merkle-verify.ts';
import { formatNote } from '../../src/kernel/log/proof/note.ts';
import { type Receipt, verifyReceipt } from '../../src/kernel/log/proof/receipt.ts';
import { verifyRemoteLog } from '../../src/kernel/log/proof/remote-log.ts';
import { cosignText, makeSigningKey } from '../../src/kernel/log/proof/signing-key.ts';
import { formatVerifierKey, signatureTypes } from '../../src/kernel/log/proof/verifier-key.ts';
import { tlogPlugin } from '../../src/standards/tlog/plugin.ts';
import { byAdministrator } from '../engines/kernel.ts';
import { checkReceipt } from './independent-verifier.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
let app: FastifyInstance;
let vkey: string;

beforeAll(async () => {
  log = await openProvenLog();
  const { writer } = log.kernel;
  const record = (register: string, id: string, name: string) => ({
    verb: 'create' as const,
    register,
    record: id,
    body: { properties: { name }, geometry: null },
  });
  await writer.write([record('rowed', 'o', 'open'), record('rowed', 'c', 'closed')], byAdministrator);
  await log.addWells(0, 280);
  await log.sequencer.sequenceNow();
  await log.addWells(280, 300);
  await writer.write([record('secrets', 's', 'hidden')], byAdministrator);
  await log.sequencer.sequenceNow();
  vkey = formatVerifierKey(log.keys.signersAt(new Date())[0]!.verifier);

  app = Fastify();
  installProblems(app, { ...defaultNames, limits: { requestSeconds: 60 }, language: 'en' } as HttpSettings);
  app.decorateRequest('caller', null as never);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization ? administrator : anonymous;
  });
  await app.register(tlogPlugin, { services: log.kernel });
});
afterAll(async () => {
  await app.close();
  await log.close();
});

const as = { nobody: {}, admin: { authorization: 'Bearer x' } };
const get = (url: string, headers: Record<string, string> = as.nobody) => app.inject({ url, headers });
const receiptOf = (
  register: string,
  record: string,
  more = '',
  headers: Record<string, string> = as.nobody,
) => get(`/log/receipt?register=${register}&record=${record}${more}`, headers);
const openCheckpoint = async () => parseCheckpoint((await get('/log/checkpoint')).body)!;

describe('receipts', () => {
  test('wells all over the log have one that an independent verifier accepts', async () => {
    for (let number = 0; number < 580; number += 4) {
      const answer = await receiptOf('wells', `well-${number}`, '', number % 5 === 0 ? as.admin : as.nobody);
      expect(answer.statusCode).toBe(200);
      const proven = checkReceipt(answer.body, vkey);
      expect(proven.leaf).toMatchObject({ record: `well-${number}`, legalBasis: 'Water Code, art. 12' });
      expect(proven.body).toMatchObject({ properties: { depth: number / 8 } });
      expect(verifyReceipt(answer.json())).toMatchObject({ faults: [], isKeyTrusted: false });
    }
  }, 120_000);

  test('no byte of one can be changed', async () => {
    const text = (await receiptOf('wells', 'well-3')).body;
    const key = log.keys.signersAt(new Date())[0]!.verifier;
    expect(verifyReceipt(JSON.parse(text), [key]).faults).toEqual([]);
    const receipt = JSON.parse(text) as Receipt;
    const changed = (part: string, at: number) =>
      part.slice(0, at) + (part[at] === 'x' ? 'y' : 'x') + part.slice(at + 1);
    const rejected = (each: object, fault: string) => {
      expect(verifyReceipt(each, [key]).faults).toContain(fault);
      expect(() => checkReceipt(JSON.stringify(each), vkey)).toThrow();
    };
    for (let at = 0; at < receipt.body!.length; at++)
      rejected({ ...receipt, body: changed(receipt.body!, at) }, 'payload');
    for (let at = 0; at < 22; at++) rejected({ ...receipt, salt: changed(receipt.salt!, at) }, 'payload');
    for (let at = 0; at < receipt.leaf.length; at++) {
      const each = { ...receipt, leaf: changed(receipt.leaf, at) };
      expect(verifyReceipt(each, [key]).faults).not.toEqual([]);
      expect(() => checkReceipt(JSON.stringify(each), vkey)).toThrow();
    }
    for (let at = 0; at < receipt.checkpoint.length - 1; at++)
      expect(
        verifyReceipt({ ...receipt, checkpoint: changed(receipt.checkpoint, at) }, [key]).faults,
      ).not.toEqual([]);
    for (const [i, hash] of receipt.inclusion.entries())
      rejected({ ...receipt, inclusion: receipt.inclusion.with(i, changed(hash, 11)) }, 'inclusion');
    rejected({ ...receipt, inclusion: receipt.inclusion.slice(1) }, 'inclusion');
    const { body, salt, ...bare } = receipt;
    rejected(bare, 'payload');
    const stranger = makeSigningKey('ufuq.example.org/log').verifier;
    expect(verifyReceipt(receipt, [stranger]).faults).toEqual(['signature']);
  });

  test('what a caller may not see is not in it', async () => {
    expect((await receiptOf('secrets', 's')).statusCode).toBe(404);
    expect((await receiptOf('secrets', 's', '', as.admin)).statusCode).toBe(200);
    expect((await receiptOf('rowed', 'o')).statusCode).toBe(200);
    expect((await receiptOf('rowed', 'c')).statusCode).toBe(404);
    // The owner of every fifth well is restricted: its body and salt are withheld, the proof is not.
    const withheld = await receiptOf('wells', 'well-5');
    expect(withheld.json()).toMatchObject({ without: 'withheld' });
    expect(withheld.body).not.toContain('owner');
    expect(withheld.json()).not.toHaveProperty('salt');
    expect(checkReceipt(withheld.body, vkey).body).toBeUndefined();
  });

  test('an earlier entry by its position; none of another record', async () => {
    const first = JSON.parse((await receiptOf('wells', 'well-3')).json().leaf).position;
    expect((await receiptOf('wells', 'well-3', `&position=${first}`)).statusCode).toBe(200);
    expect((await receiptOf('wells', 'well-4', `&position=${first}`)).statusCode).toBe(404);
    expect((await receiptOf('wells', 'well-3', '&position=x')).statusCode).toBe(400);
    expect((await get('/log/receipt')).json().errors).toHaveLength(2);
  });

  test('an entry that is not in a signed tree yet is to be asked for again', async () => {
    await log.addWells(900, 1);
    const answer = await receiptOf('wells', 'well-900');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    await log.sequencer.sequenceNow();
    expect((await receiptOf('wells', 'well-900')).statusCode).toBe(200);
  });

  test('an erased entry keeps its proof and loses its body', async () => {
    const { writer } = log.kernel;
    const position = JSON.parse((await receiptOf('wells', 'well-9')).json().leaf).position;
    await writer.write([{ verb: 'retire', register: 'wells', record: 'well-9' }], byAdministrator);
    const erase = (payload: object, headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/log/erasures', payload, headers });
    const wish = { position, legalBasis: 'law', reason: 'request' };
    expect((await erase(wish, as.nobody)).statusCode).toBe(401);
    expect((await erase({ position }, as.admin)).json().errors).toHaveLength(2);
    expect((await erase(wish, as.admin)).json()).toMatchObject({ position, entry: expect.any(Number) });
    expect((await erase(wish, as.admin)).statusCode).toBe(409);
    expect((await erase({ ...wish, position: 10_000_000 }, as.admin)).statusCode).toBe(404);
    await log.sequencer.sequenceNow();
    const erased = await receiptOf('wells', 'well-9', `&position=${position}`);
    expect(erased.json()).toMatchObject({ without: 'erased' });
    expect(checkReceipt(erased.body, vkey).leaf).toMatchObject({ record: 'well-9', position });
    const absent = await receiptOf('wells', 'well-9');
    expect(checkReceipt(absent.body, vkey).body).toBeNull();
  });
});

describe('the layout of C2SP tlog-tiles', () => {
  test('checkpoint, tiles and bundles fit together', async () => {
    const { checkpoint } = await openCheckpoint();
    const bundle = await get('/log/tile/entries/001', as.admin);
    const tile = await get('/log/tile/0/001');
    expect(tile.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': expect.stringContaining('immutable'),
    });
    const leaves: Buffer[] = [];
    for (let at = 0; at < bundle.rawPayload.length; ) {
      const end = at + 2 + bundle.rawPayload.readUInt16BE(at);
      leaves.push(bundle.rawPayload.subarray(at + 2, end));
      at = end;
    }
    expect(leaves.map((leaf) => hashLeaf(leaf).toString())).toEqual(hashesOf(tile.rawPayload).map(String));
    const edge = checkpoint.size % 256;
    expect((await get(`/log/tile/0/002.p/${edge}`)).rawPayload.length).toBe(edge * 32);
    expect((await get('/log/tile/1/000.p/2')).rawPayload.length).toBe(64);
  });

  test.each(['0/003', '1/000', '0/002.p/255', '0/1', '64/000', 'x/000', 'entries/003', '0/000.p/0'])(
    'there is no tile %s',
    async (path) => expect((await get(`/log/tile/${path}`)).statusCode).toBe(404),
  );

  test('a bundle with envelopes that are not for everybody is not for everybody', async () => {
    expect((await get('/log/tile/entries/000')).statusCode).toBe(403);
    expect((await get('/log/tile/entries/001')).statusCode).toBe(200);
    const { size } = (await openCheckpoint()).checkpoint;
    const path = `/log/tile/entries/002.p/${size % 256}`;
    expect((await get(path)).statusCode).toBe(403);
    expect((await get(path, as.admin)).headers['cache-control']).toBe('private, no-store');
  });

  test('two checkpoints are shown to be consistent', async () => {
    const before = (await openCheckpoint()).checkpoint;
    await log.addWells(1200, 5);
    await log.sequencer.sequenceNow();
    const after = (await openCheckpoint()).checkpoint;
    const answer = (await get(`/log/consistency?from=${before.size}&to=${after.size}`)).json();
    const hashes = (answer.hashes as string[]).map((hash) => Buffer.from(hash, 'base64'));
    expect(isConsistent(before, after, hashes)).toBe(true);
    expect((await get(`/log/consistency?from=9&to=${after.size + 1}`)).statusCode).toBe(400);
    expect((await get('/log/consistency?from=9&to=8')).statusCode).toBe(400);
  });

  test('the landing page and the keys', async () => {
    expect((await get('/log')).json()).toMatchObject({ origin: 'ufuq.example.org/log' });
    expect((await get('/log/keys')).json().keys).toEqual([expect.objectContaining({ vkey, validTo: null })]);
  });
});

describe('witnesses', () => {
  const post = (url: string, payload: string, headers: Record<string, string> = as.nobody) =>
    app.inject({ method: 'POST', url, payload, headers: { ...headers, 'content-type': 'text/plain' } });

  test('a named witness’s signature is stored and served; others are passed over', async () => {
    const witness = makeSigningKey('witness.example.org', signatureTypes.cosignature);
    const stranger = makeSigningKey('stranger.example.org', signatureTypes.cosignature);
    const key = formatVerifierKey(witness.verifier);
    expect((await post('/log/witnesses', key)).statusCode).toBe(401);
    expect((await post('/log/witnesses', vkey, as.admin)).statusCode).toBe(400);
    expect((await post('/log/witnesses', key, as.admin)).statusCode).toBe(204);

    const { text } = (await openCheckpoint()).note;
    const signatures = [witness, stranger].map((each) => cosignText(each, text, 1_750_000_000));
    const brought = await post('/log/cosignatures', formatNote({ text, signatures }));
    expect(brought.json()).toEqual({ accepted: ['witness.example.org'] });
    const { note } = await openCheckpoint();
    expect(note.signatures.map(({ name }) => name)).toEqual(['ufuq.example.org/log', 'witness.example.org']);

    const forged = cosignText(witness, 'another text\n', 1_750_000_000);
    const refused = await post('/log/cosignatures', formatNote({ text, signatures: [forged] }));
    expect(refused.json()).toEqual({ accepted: [] });
    expect((await post('/log/cosignatures', 'nothing of the kind')).json()).toEqual({ accepted: [] });
  });
});

test('the whole log is checked where it lies, for the administrator', async () => {
  const post = (headers: Record<string, string>, payload: object = {}) =>
    app.inject({ method: 'POST', url: '/log/verification', headers, payload });
  expect((await post(as.nobody)).statusCode).toBe(401);
  expect((await post(as.admin)).json()).toMatchObject({ findings: [], areKeysTrusted: false });
  const checkpoints = [(await get('/log/checkpoint')).body];
  expect((await post(as.admin, { keys: [vkey], checkpoints })).json()).toMatchObject({
    findings: [],
    areKeysTrusted: true,
  });
  expect((await post(as.admin, { keys: ['x'] })).statusCode).toBe(400);
});

describe('a log checked from outside', () => {
  const fetched =
    (
      headers: Record<string, string>,
      change: (path: string, bytes: Buffer) => Buffer = (_path, bytes) => bytes,
    ) =>
    async (path: string) => {
      const answer = await get(`/log/${path}`, headers);
      return answer.statusCode === 200 ? change(path, answer.rawPayload) : undefined;
    };

  test('holds, with the envelopes that one may read', async () => {
    const { checkpoint } = await openCheckpoint();
    for (const headers of [as.nobody, as.admin]) {
      const report = await verifyRemoteLog(fetched(headers));
      expect(report).toMatchObject({ proven: checkpoint.size, findings: [], areKeysTrusted: false });
    }
  });

  test('does not where an envelope, a hash or the past is another', async () => {
    const at = (wanted: string, offset: number) => (path: string, bytes: Buffer) => {
      if (path === wanted) bytes[offset]! ^= 1;
      return bytes;
    };
    const envelope = await verifyRemoteLog(fetched(as.admin, at('tile/entries/001', 30)));
    expect(envelope.findings).toEqual([{ kind: 'envelope', position: 257 }]);
    const hash = await verifyRemoteLog(fetched(as.nobody, at('tile/0/000', 30)));
    expect(hash).toMatchObject({ first: 1, findings: [{ kind: 'history', position: 1 }] });
    const kept = (await get('/log/checkpoint')).body;
    await log.addWells(1300, 1);
    await log.sequencer.sequenceNow();
    expect((await verifyRemoteLog(fetched(as.nobody), { kept: [kept] })).findings).toEqual([]);
    const later = (await get('/log/checkpoint')).body;
    const cut = fetched(as.nobody, (path, bytes) => (path === 'checkpoint' ? Buffer.from(kept) : bytes));
    expect((await verifyRemoteLog(cut, { kept: [later] })).findings).toEqual([
      expect.objectContaining({ kind: 'truncated' }),
    ]);
  });
});
