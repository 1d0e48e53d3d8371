import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Queryable } from '../db/database.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import { logKeys } from '../log/proof/checkpoint-store.ts';
import { witnesses } from '../log/proof/witness-store.ts';
import { keysFile } from './check-signatures.ts';
import type { StoredDelta } from './make-delta.ts';
import { checkpointFile, manifestFile, noteFile } from './manifest.ts';
import type { StoredRelease } from './release-store.ts';

/** Keys of the log and its witnesses as a release carries them: a line each. */
export async function keysText(db: Queryable): Promise<string> {
  const vkeys = [...(await logKeys(db)), ...(await witnesses(db))].map(({ vkey }) => vkey);
  return vkeys.map((vkey) => `${vkey}\n`).join('');
}

/** The files of a release that are not blobs, by name. */
export async function signedFiles(
  db: Queryable,
  release: StoredRelease,
): Promise<ReadonlyMap<string, string>> {
  return new Map([
    [manifestFile, release.manifestText],
    [noteFile, release.note],
    [checkpointFile, release.checkpoint],
    [keysFile, await keysText(db)],
  ]);
}

/**
 * Writes a release as a folder that can be carried anywhere and checked there. The manifest comes last: a folder without
 * one was not finished.
 */
export async function writeRelease(
  db: Queryable,
  blobs: BlobStore,
  release: StoredRelease,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await rm(join(folder, manifestFile), { force: true });
  for (const { name, sha256 } of release.manifest.files) {
    await pipeline(await blobs.read(sha256), createWriteStream(join(folder, `${name}.part`)));
    await rename(join(folder, `${name}.part`), join(folder, name));
  }
  const texts = [...(await signedFiles(db, release))];
  for (const [name, text] of texts.reverse()) await writeFile(join(folder, name), text);
}

/** Writes a delta as a folder that can be carried anywhere and checked there; the manifest comes last. */
export async function writeDelta(
  db: Queryable,
  blobs: BlobStore,
  { manifest, manifestText, note }: StoredDelta,
  folder: string,
): Promise<void> {
  const { name, sha256 } = manifest.file;
  await mkdir(folder, { recursive: true });
  await rm(join(folder, manifestFile), { force: true });
  await pipeline(await blobs.read(sha256), createWriteStream(join(folder, `${name}.part`)));
  await rename(join(folder, `${name}.part`), join(folder, name));
  await writeFile(join(folder, noteFile), note);
  await writeFile(join(folder, keysFile), await keysText(db));
  await writeFile(join(folder, manifestFile), manifestText);
}
