import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditDocuments } from '../../src/kernel/documents/document-audit.ts';
import { loadPack } from '../../src/server/load-pack.ts';
import { PackDocumentError } from '../../src/server/pack-documents.ts';
import { type Door, openDoor } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const text = 'Statement of source. Made up for the test.';
const hash = createHash('sha256').update(text).digest('hex');

function pack(name: string, bytes: string): string {
  const folder = join(door.data, name);
  mkdirSync(join(folder, 'documents'), { recursive: true });
  writeFileSync(join(folder, 'documents', hash), bytes);
  writeFileSync(join(folder, 'documents', 'README.md'), 'not a document');
  const said = { title: 'Statement', media_type: 'text/plain', size: text.length, scan: 'not-scanned' };
  const properties = { ...said, secrecy: 'public', label: 'synthetic', source: 'test' };
  writeFileSync(
    join(folder, 'documents.geojsonl'),
    `${JSON.stringify({ id: hash, geometry: null, properties })}\n`,
  );
  const registers = [{ id: 'documents', file: 'documents.geojsonl', records: 1 }];
  writeFileSync(join(folder, 'pack.json'), JSON.stringify({ registers }));
  return folder;
}

test('a pack whose document is not what its name says writes nothing', async () => {
  const before = await door.services.reader.position();
  await expect(loadPack({ pack: pack('wrong', `${text}!`) }, door.services)).rejects.toThrow(
    PackDocumentError,
  );
  expect(await door.services.reader.position()).toBe(before);
  expect(await auditDocuments(door.services, door.services.documents.store)).toMatchObject({
    sound: 0,
    orphans: [],
  });
});

test('the documents of a pack are served by their hash', async () => {
  await loadPack({ pack: pack('right', text) }, door.services);
  expect((await door.app.inject(`/documents/${hash}`)).body).toBe(text);
  expect(await auditDocuments(door.services, door.services.documents.store)).toMatchObject({
    sound: 1,
    missing: [],
  });
});
