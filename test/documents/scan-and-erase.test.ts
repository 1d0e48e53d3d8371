import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditDocuments } from '../../src/kernel/documents/document-audit.ts';
import { openKeyRing } from '../../src/kernel/log/proof/key-ring.ts';
import { openSequencer } from '../../src/kernel/log/proof/sequencer.ts';
import { authorization, type Door, openDoor } from './door.ts';
import { eicar, type FakeClamd, fakeClamd } from './fake-clamd.ts';

let clamd: FakeClamd;
let door: Door;
beforeAll(async () => {
  clamd = await fakeClamd();
  door = await openDoor({ scanner: clamd.address });
});
afterAll(async () => {
  await door.close();
  await clamd.close();
});

const post = (payload: string, query = '') =>
  door.app.inject({
    method: 'POST',
    url: `/documents?${query}`,
    headers: { authorization, 'content-type': 'application/octet-stream', 'accept-language': 'en' },
    payload,
  });
const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
const audit = () => auditDocuments(door.services, door.services.documents.store);

test('what the scanner finds clean is kept as such', async () => {
  expect((await post('clean')).json()).toMatchObject({ scan: 'clean' });
});

test('what it finds infected is refused by name, and nothing of it is kept', async () => {
  const before = await door.services.reader.position();
  const refused = await post(`hidden ${eicar}`);
  expect([refused.statusCode, refused.json().detail]).toEqual([
    422,
    expect.stringContaining('Eicar-Test-Signature'),
  ]);
  expect(await door.services.reader.position()).toBe(before);
  expect(readdirSync(join(door.data, 'documents', 'incoming'))).toEqual([]);
  expect((await audit()).orphans).toEqual([]);
});

test.each(['public', 'restricted'])(
  'an erased %s document loses its bytes with its words',
  async (secrecy) => {
    const text = `somebody asked to be forgotten, ${secrecy}`;
    const { sha256: hash, salt } = (await post(text, `secrecy=${secrecy}`)).json();
    expect([hash === hashOf(text), salt === undefined]).toEqual(Array(2).fill(secrecy === 'public'));
    const { database, clock, documents } = door.services;
    const [entry] = await door.services.reader.history(
      'documents',
      hash,
      { kind: 'administrator', name: 'x' },
      { limit: 1 },
    );
    const keys = await openKeyRing({ database, folder: door.data, clock });
    const sequencer = openSequencer({ database, clock, keys });
    sequencer.start(door.services.watch);
    await expect.poll(() => erase(entry!.position)).toBe(409); // in force
    await door.app.inject({
      method: 'DELETE',
      url: `/collections/documents/items/${hash}?validFrom=..&validTo=..`,
      headers: { authorization },
    });
    expect(await documents.store.size(hash)).toBe(text.length + (salt ?? '').length / 2);
    await expect.poll(() => erase(entry!.position), { timeout: 5_000 }).toBe(201);
    expect(await documents.store.size(hash)).toBeUndefined();
    // The name that evidence may still have was made with a salt, and that is gone from the log as well.
    const left = await database.query<{ body: object }>(
      sql`select e.body from ufuq.entry e where e.record = ${hash}`,
    );
    expect(JSON.stringify(left)).not.toContain(salt ?? 'forgotten');
    expect(await audit()).toMatchObject({ missing: [], orphans: [], damaged: [] });
    await sequencer.stop();
  },
);

async function erase(position: number): Promise<number> {
  const { statusCode } = await door.app.inject({
    method: 'POST',
    url: '/log/erasures',
    headers: { authorization },
    payload: { position, legalBasis: 'GDPR 17', reason: 'asked' },
  });
  return statusCode;
}

test('the audit names what is damaged, missing and orphaned, and the right bytes heal', async () => {
  for (const bytes of ['to be damaged', 'to be lost']) await post(bytes);
  const pathOf = (hash: string) => join(door.data, 'documents', hash.slice(0, 2), hash.slice(2, 4), hash);
  const [damaged, lost, orphan] = ['to be damaged', 'to be lost', 'nobody knows'].map(hashOf) as [
    string,
    string,
    string,
  ];
  writeFileSync(pathOf(damaged), 'to be damageD');
  await door.services.documents.store.remove(lost);
  mkdirSync(join(pathOf(orphan), '..'), { recursive: true });
  writeFileSync(pathOf(orphan), 'nobody knows');
  expect(await audit()).toMatchObject({ damaged: [damaged], missing: [lost], orphans: [orphan] });
  const checks = (await door.app.inject({ url: '/operation/checks', headers: { authorization } })).json()
    .checks;
  const own = checks.filter(({ id }: { id: string }) => id === 'documents');
  expect(own.map(({ status, outcome }: Record<string, string>) => [status, outcome])).toEqual([
    ['problem', 'damaged'],
    ['problem', 'missing'],
    ['warning', 'orphan'],
  ]);
  for (const bytes of ['to be damaged', 'to be lost']) expect((await post(bytes)).statusCode).toBe(200);
  expect(await audit()).toMatchObject({ damaged: [], missing: [], orphans: [orphan] });
});

test('while the scanner does not answer no document is taken, and the sentence says why', async () => {
  await clamd.close();
  const before = await door.services.reader.position();
  const refused = await post('unseen');
  expect([refused.statusCode, refused.json().type]).toEqual([
    503,
    expect.stringContaining('scanner-unavailable'),
  ]);
  expect(await door.services.reader.position()).toBe(before);
});
