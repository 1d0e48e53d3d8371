import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditDocuments } from '../../src/kernel/documents/document-audit.ts';
import { authorization, type Door, openDoor } from './door.ts';

const limit = 200_000;
let door: Door;
beforeAll(async () => {
  door = await openDoor({ limits: { documentBytes: limit, bodyBytes: 2048 } });
  const name = { en: 'Carrier', az: 'Operator', ar: 'x', fa: 'x' };
  const properties = { name, label: 'synthetic', source: 'test' };
  for (const id of ['c/1', 'c/2']) await write([{ op: 'create', register: 'carriers', id, properties }]);
});
afterAll(() => door.close());

const write = (payload: object[]) =>
  door.app.inject({ method: 'POST', url: '/batch', headers: { authorization }, payload });
const post = (payload: Buffer | string, query = '', headers: Record<string, string> = {}) =>
  door.app.inject({
    method: 'POST',
    url: `/documents?${query}`,
    headers: { authorization, 'content-type': 'application/octet-stream', ...headers },
    payload,
  });
const get = (hash: string, headers: Record<string, string> = {}) =>
  door.app.inject({ url: `/documents/${hash}`, headers });
const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const audit = () => auditDocuments(door.services, door.services.documents.store);
const waiting = () => readdirSync(join(door.data, 'documents', 'incoming'));

describe('a document', () => {
  test('is known by the hash of its bytes, and by what its bytes are', async () => {
    const bytes = `%PDF-1.4\n${'x'.repeat(9_000)}`;
    const made = await post(bytes, 'title=Akt&fileName=%C9%99.exe&issuer=Nazirlik&issued=2023-12-31');
    const hash = hashOf(bytes);
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      sha256: hash,
      isNew: true,
      mediaType: 'application/pdf',
      scan: 'not-scanned',
    });
    expect(made.headers.location).toMatch(new RegExp(`/documents/${hash}$`));
    const item = await door.app.inject(`/collections/documents/items/${hash}`);
    expect(item.json().properties).toMatchObject({
      title: 'Akt',
      media_type: 'application/pdf',
      size: bytes.length,
      file_name: 'ə.exe',
      issued: '2023-12-31',
      label: 'real',
      source: 'Nazirlik',
    });
    const before = await door.services.reader.position();
    const again = await post(bytes, 'title=Other');
    expect([again.statusCode, again.json().isNew, again.json().title]).toEqual([200, false, 'Akt']);
    expect(await door.services.reader.position()).toBe(before);
    expect(waiting()).toEqual([]);
  });

  test('is given as it came, with headers that let it run nothing', async () => {
    const bytes = randomBytes(50_000);
    const { location } = (await post(bytes)).headers;
    const path = new URL(String(location)).pathname;
    const all = await door.app.inject(path);
    expect(all.rawPayload.equals(bytes)).toBe(true);
    expect(all.headers).toMatchObject({
      etag: `"${hashOf(bytes)}"`,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': '50000',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(all.headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox$/);
    const head = await door.app.inject({ method: 'HEAD', url: path });
    expect([head.statusCode, head.headers['content-length'], head.rawPayload.length]).toEqual([
      200,
      '50000',
      0,
    ]);
    const kept = await door.app.inject({ url: path, headers: { 'if-none-match': `"${hashOf(bytes)}"` } });
    expect([kept.statusCode, kept.rawPayload.length]).toEqual([304, 0]);
  });

  test('is given in part', async () => {
    const bytes = randomBytes(1000);
    await post(bytes);
    const hash = hashOf(bytes);
    const part = await get(hash, { range: 'bytes=10-19' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, 'bytes 10-19/1000']);
    expect(part.rawPayload.equals(bytes.subarray(10, 20))).toBe(true);
    const behind = await get(hash, { range: 'bytes=1000-' });
    expect([behind.statusCode, behind.headers['content-range'], behind.headers['cache-control']]).toEqual([
      416,
      'bytes */1000',
      'no-store',
    ]);
    const stale = await get(hash, { range: 'bytes=0-1', 'if-range': '"other"' });
    expect([stale.statusCode, stale.rawPayload.length]).toEqual([200, 1000]);
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml', 'attachment'],
    ['<html><script>alert(1)</script></html>', 'text/html; charset=utf-8', 'attachment'],
    ['yalnız mətn', 'text/plain; charset=utf-8', 'inline'],
  ])('%s is never shown where it could act', async (bytes, type, disposition) => {
    await post(bytes);
    const { headers } = await get(hashOf(bytes));
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition};`));
  });

  test('comes in a form as well, its fields before it', async () => {
    const boundary = 'xyz';
    const part = (head: string, body: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const payload = `${part('name="title"', 'Şəkil')}${part('name="file"; filename="../a b.png"', 'text in a form')}--${boundary}--\r\n`;
    const made = await post(payload, '', { 'content-type': `multipart/form-data; boundary=${boundary}` });
    expect([made.statusCode, made.json().title]).toEqual([201, 'Şəkil']);
    const { headers } = await get(hashOf('text in a form'));
    expect(headers['content-disposition']).toBe(`inline; filename="a b.png"; filename*=UTF-8''a%20b.png`);
  });
});

describe('refused', () => {
  test('above the limit, which is named, and nothing stays', async () => {
    const before = await door.services.reader.position();
    const refused = await post(randomBytes(limit + 1));
    expect([refused.statusCode, refused.json().detail]).toEqual([
      413,
      expect.stringMatching(/200[, ]?000 bytes/),
    ]);
    expect((await post(randomBytes(limit))).statusCode).toBe(201);
    expect(waiting()).toEqual([]);
    expect(await door.services.reader.position()).toBe(before + 1);
  });

  test('from anybody but the administrator', async () => {
    const { statusCode } = await door.app.inject({
      method: 'POST',
      url: '/documents',
      payload: Buffer.from('a'),
    });
    expect(statusCode).toBe(401);
  });

  test('with everything that is wrong with what is said of it', async () => {
    const { statusCode, json } = await post('a', 'issued=yesterday&secrecy=secret&to=nothing&colour=red');
    expect(statusCode).toBe(400);
    expect(
      json()
        .errors.map((each: { pointer: string }) => each.pointer)
        .sort(),
    ).toEqual(['parameter:colour', 'parameter:issued', 'parameter:secrecy', 'parameter:to']);
  });

  test('for a date that no calendar has, and the bytes are not kept', async () => {
    const { statusCode } = await post('never kept', 'issued=2023-02-31');
    expect(statusCode).toBe(422);
    expect(await door.services.documents.store.size(hashOf('never kept'))).toBeUndefined();
  });

  test.each(['..%2f..%2fadmin-token', 'A'.repeat(64), 'a'.repeat(63), 'a'.repeat(64)])(
    '%s is not there',
    async (hash) => {
      expect((await get(hash)).statusCode).toBe(404);
    },
  );

  test('a rehearsal keeps nothing', async () => {
    const before = await door.services.reader.position();
    expect((await post('rehearsed', 'dryRun=true')).json()).toMatchObject({
      mediaType: 'text/plain',
      isNew: true,
    });
    expect(await door.services.documents.store.size(hashOf('rehearsed'))).toBeUndefined();
    expect(await door.services.reader.position()).toBe(before);
  });
});

describe('a restricted document', () => {
  const bytes = 'for the eyes of few';
  const salted = (salt: string) =>
    createHash('sha256').update(Buffer.from(salt, 'hex')).update(bytes).digest('hex');
  let name: string;
  let salt: string;
  beforeAll(async () => {
    const made = await post(bytes, 'secrecy=restricted&to=carriers/c/2');
    expect(made.statusCode).toBe(201);
    ({ sha256: name, salt } = made.json());
  });

  test('does not exist for the public, by any door', async () => {
    for (const hash of [name, hashOf(bytes)])
      for (const url of [`/documents/${hash}`, `/collections/documents/items/${hash}`])
        expect([(await door.app.inject(url)).statusCode, url]).toEqual([404, url]);
    for (const url of [
      '/collections/documents/items?limit=1000',
      `/collections/documents/items?filter=content_sha256='${hashOf(bytes)}'`,
      `/collections/documents/items/${name}/history`,
      '/collections/documents/changes?limit=1000',
      '/search?q=few',
    ])
      expect((await door.app.inject(url)).body, url).not.toMatch(
        new RegExp(`"${name}"|${salt}|for the eyes`),
      );
    const right = await get(name, { authorization });
    expect([right.statusCode, right.body, right.headers['cache-control']]).toEqual([
      200,
      bytes,
      'private, max-age=31536000, immutable',
    ]);
    const part = await get(name, { authorization, range: 'bytes=4-6' });
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
      206,
      'the',
      `bytes 4-6/${bytes.length}`,
    ]);
  });

  test('is evidence under a name that tells nothing to who guesses its bytes', async () => {
    const own = '/collections/carriers/items/c%2F2';
    expect((await door.app.inject(own)).json().properties.evidence).toContain(name);
    for (const url of [
      own,
      `${own}/history`,
      '/collections/carriers/items',
      '/changes?limit=1000',
      '/search?q=Carrier',
    ])
      expect((await door.app.inject(url)).body, url).not.toMatch(new RegExp(`${hashOf(bytes)}|${salt}`));
    const guess = `/collections/carriers/items?filter=A_CONTAINS(evidence,('${hashOf(bytes)}'))`;
    expect((await door.app.inject(guess)).json().numberMatched).toBe(0);
    // Whoever may see the record of the document can tell that it is the one.
    expect(salted(salt)).toBe(name);
    const record = await door.app.inject({
      url: `/collections/documents/items/${name}`,
      headers: { authorization },
    });
    expect(record.json().properties).toMatchObject({
      salt,
      content_sha256: hashOf(bytes),
      size: bytes.length,
    });
  });

  test('is known again when it comes again, and its bytes are healed by that', async () => {
    const { store } = door.services.documents;
    await store.remove(name);
    expect(await audit()).toMatchObject({ missing: [name] });
    const again = await post(bytes, 'secrecy=restricted');
    expect([again.statusCode, again.json().sha256, again.json().isNew]).toEqual([200, name, false]);
    expect(await audit()).toMatchObject({ missing: [], damaged: [], orphans: [] });
    expect((await get(name, { authorization })).body).toBe(bytes);
  });

  test('may be empty', async () => {
    const { sha256 } = (await post('', 'secrecy=restricted')).json();
    const answer = await get(sha256, { authorization });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });
});

describe('evidence', () => {
  const evidence = async () => {
    const item = await door.app.inject('/collections/carriers/items/c%2F1');
    return item.json().properties.evidence as string[] | null;
  };

  test('is attached with the document, in one batch of the log', async () => {
    const before = await door.services.reader.position();
    expect((await post('proof one', `to=${encodeURIComponent('carriers/c/1')}`)).statusCode).toBe(201);
    expect(await evidence()).toEqual([hashOf('proof one')]);
    expect(await door.services.reader.position()).toBe(before + 2);
    expect((await post('proof one', 'to=carriers/c/1')).statusCode).toBe(200);
    expect(await door.services.reader.position()).toBe(before + 2);
  });

  test('of two that come at the same time both are there', async () => {
    const bodies = ['proof two', 'proof three', 'proof four'];
    const made = await Promise.all(bodies.map((bytes) => post(bytes, 'to=carriers/c/1')));
    expect(made.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect((await evidence())?.toSorted()).toEqual(['proof one', ...bodies].map(hashOf).sort());
  });

  test('needs a record that is there and a register that has the field', async () => {
    expect((await post('proof x', 'to=carriers/none')).statusCode).toBe(404);
    expect((await post('proof x', 'to=nothing/none')).statusCode).toBe(404);
    expect(await door.services.documents.store.size(hashOf('proof x'))).toBeUndefined();
  });

  test('must be a document that the register knows', async () => {
    const refused = await door.app.inject({
      method: 'PATCH',
      url: '/collections/carriers/items/c%2F1',
      headers: { authorization, 'content-type': 'application/merge-patch+json' },
      payload: JSON.stringify({ properties: { evidence: ['f'.repeat(64)] } }),
    });
    expect([refused.statusCode, refused.json().errors[0].code]).toEqual([422, 'reference-missing']);
  });
});
