import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from '../db/database.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import { releasedHashes } from './release-store.ts';

/**
 * Removes what releases that were killed left in a store: folders of work, and files that no release names. Only who has
 * the data folder to himself may call it, before a release is made. @returns how many files were removed
 */
export async function dropReleaseLeftovers(db: Queryable, blobs: BlobStore): Promise<number> {
  const names = await readdir(blobs.incoming).catch(() => []);
  for (const name of names) await rm(join(blobs.incoming, name), { recursive: true, force: true });
  const named = await releasedHashes(db);
  const strays: string[] = [];
  for await (const hash of blobs.list()) if (!named.has(hash)) strays.push(hash);
  for (const hash of strays) await blobs.remove(hash);
  return strays.length;
}
