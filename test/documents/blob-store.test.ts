import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BlobMissingError, type BlobStore, BlobStoreError } from '../../src/kernel/documents/blob-store.ts';
import { FolderStore } from '../../src/kernel/documents/folder-store.ts';
import { S3Store } from '../../src/kernel/documents/s3-store.ts';
import { credentials, type FakeS3, fakeS3 } from './s3-server.ts';

/** What every store of blobs does, on each of the two. */

const folder = mkdtempSync(join(tmpdir(), 'ufuq-blobs-'));
let s3: FakeS3;
const settings = { bucket: 'evidence', prefix: 'ufuq/test/', partBytes: 5 * 1024 * 1024 };
const stores: Record<string, () => BlobStore> = {
  folder: () => new FolderStore(join(folder, 'store')),
  s3: () => new S3Store({ ...settings, ...credentials, endpoint: s3.endpoint }, join(folder, 'incoming')),
};
beforeAll(async () => {
  s3 = await fakeS3('evidence');
  mkdirSync(join(folder, 'waiting'));
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

function file(bytes: Buffer) {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = join(folder, 'waiting', hash);
  writeFileSync(path, bytes);
  return { path, hash, size: bytes.length };
}

async function collect(store: BlobStore): Promise<string[]> {
  const hashes: string[] = [];
  for await (const hash of store.list()) hashes.push(hash);
  return hashes.sort();
}

describe.each(Object.keys(stores))('%s', (name) => {
  let store: BlobStore;
  beforeAll(() => {
    store = stores[name]!();
  });

  test('an empty store has nothing', async () => {
    const hash = 'f'.repeat(64);
    expect(await collect(store)).toEqual([]);
    expect(await store.size(hash)).toBeUndefined();
    await expect(store.read(hash)).rejects.toThrow(BlobMissingError);
    await store.remove(hash);
  });

  test.each([0, 1, 70_000, 12_000_007])(
    '%d bytes come back as they were, whole and in part',
    async (size) => {
      const bytes = randomBytes(size);
      const blob = file(bytes);
      await store.put(blob);
      expect(await store.size(blob.hash)).toBe(size);
      expect((await buffer(await store.read(blob.hash))).equals(bytes)).toBe(true);
      if (size === 0) return;
      const span = { first: Math.floor(size / 3), last: size - 1 };
      const part = await buffer(await store.read(blob.hash, span));
      expect(part.equals(bytes.subarray(span.first))).toBe(true);
    },
  );

  test('storing twice keeps one, listing names all, removing takes one away', async () => {
    const blobs = [1, 2, 3, 4, 5].map((n) => Buffer.from(`${name} ${n}`)).map(file);
    const before = await collect(store);
    for (const blob of blobs) await store.put(blob);
    await store.put(file(Buffer.from(`${name} 1`)));
    expect(await collect(store)).toEqual([...before, ...blobs.map(({ hash }) => hash)].sort());
    await store.remove(blobs[0]!.hash);
    expect(await store.size(blobs[0]!.hash)).toBeUndefined();
    expect((await collect(store)).length).toBe(before.length + 4);
  });
});

test('a bucket refuses bytes that are not those of the signature, and a stranger', async () => {
  const blob = file(Buffer.from('right'));
  writeFileSync(blob.path, 'wrong');
  await expect(stores.s3!().put(blob)).rejects.toThrow('XAmzContentSHA256Mismatch');
  const stranger = new S3Store(
    { ...settings, ...credentials, secretKey: 'x', endpoint: s3.endpoint },
    folder,
  );
  await expect(stranger.put(file(Buffer.from('a')))).rejects.toThrow('SignatureDoesNotMatch');
});

test('an upload in parts that fails leaves no parts and no object', async () => {
  s3.fail = { line: /PUT .*partNumber=2/, status: 400 };
  const blob = file(randomBytes(11_000_000));
  await expect(stores.s3!().put(blob)).rejects.toThrow(BlobStoreError);
  s3.fail = undefined;
  expect(s3.uploads.size).toBe(0);
  expect(await stores.s3!().size(blob.hash)).toBeUndefined();
});

test('a bucket that is not reached is said to be so', async () => {
  const gone = new S3Store({ ...settings, ...credentials, endpoint: 'http://127.0.0.1:9' }, folder);
  await expect(gone.size('a'.repeat(64))).rejects.toThrow(BlobStoreError);
});
