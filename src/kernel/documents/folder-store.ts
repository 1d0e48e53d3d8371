import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobMissingError, type BlobStore, type ByteSpan, type HashedFile, isHash } from './blob-store.ts';

/**
 * Blobs as files, `ab/cd/abcd…`: two levels of 256 folders keep each of them small at millions of blobs. A file gets its
 * name by a rename after its bytes are on the disk, so that a name never stands for half of them.
 */
export class FolderStore implements BlobStore {
  readonly place: string;
  readonly incoming: string;

  constructor(folder: string) {
    this.place = folder;
    this.incoming = join(folder, 'incoming');
  }

  async put({ path, hash }: HashedFile): Promise<void> {
    const folder = this.folderOf(hash);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await sync(path);
    await rename(path, join(folder, hash));
    const touched = made === undefined ? [folder] : [folder, dirname(folder), this.place];
    for (const each of touched) await sync(each);
  }

  async size(hash: string): Promise<number | undefined> {
    try {
      return (await stat(this.pathOf(hash))).size;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  async read(hash: string, span?: ByteSpan): Promise<Readable> {
    const handle = await open(this.pathOf(hash)).catch((error) => {
      throw isAbsent(error) ? new BlobMissingError(hash) : error;
    });
    return handle.createReadStream(span && { start: span.first, end: span.last });
  }

  async remove(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true });
    await sync(this.folderOf(hash)).catch((error) => {
      if (!isAbsent(error)) throw error;
    });
  }

  async *list(): AsyncIterable<string> {
    for (const first of await namesIn(this.place)) {
      if (!/^[0-9a-f]{2}$/.test(first)) continue;
      for (const second of await namesIn(join(this.place, first)))
        for (const name of await namesIn(join(this.place, first, second))) if (isHash(name)) yield name;
    }
  }

  private folderOf(hash: string): string {
    return join(this.place, hash.slice(0, 2), hash.slice(2, 4));
  }

  private pathOf(hash: string): string {
    return join(this.folderOf(hash), hash);
  }
}

/** Waits until the bytes of a file, or the names in a folder, are on the disk. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isAbsent(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
