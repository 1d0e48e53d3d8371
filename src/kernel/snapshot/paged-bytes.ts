import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { pageBytes, type Section } from './snapshot-head.ts';

/** Bytes on disk are not what was written there. */
export class BrokenSnapshotError extends Error {
  constructor(what: string) {
    super(`the snapshot is broken: ${what}`);
    this.name = 'BrokenSnapshotError';
  }
}

/** Pages of all snapshots that were read last, up to a number of bytes. */
export class PageCache {
  private readonly pages = new Map<number, Uint8Array>();
  private readonly most: number;
  private files = 0;

  constructor(bytes: number) {
    this.most = Math.max(1, Math.floor(bytes / pageBytes));
  }

  /** A number that no other file of the cache has; pages are kept under it. */
  enter(): number {
    return this.files++ * 2 ** 26;
  }

  get(key: number): Uint8Array | undefined {
    const page = this.pages.get(key);
    if (page === undefined) return undefined;
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  put(key: number, page: Uint8Array): void {
    if (this.pages.size >= this.most) this.pages.delete(this.pages.keys().next().value!);
    this.pages.set(key, page);
  }
}

/** A long part of a file, read page by page through the operating system's cache, each page checked as it comes. */
export class PagedBytes {
  private readonly file: number;
  private readonly section: Section;
  private readonly checksums: Uint32Array;
  private readonly cache: PageCache;
  private readonly key: number;

  constructor(file: number, section: Section, checksums: Uint32Array, cache: PageCache) {
    this.file = file;
    this.section = section;
    this.checksums = checksums;
    this.cache = cache;
    this.key = cache.enter();
  }

  /** The bytes from `start` to `end`; not to be changed. */
  slice(start: number, end: number): Uint8Array {
    const first = Math.floor(start / pageBytes);
    const last = Math.floor((end - 1) / pageBytes);
    const from = start - first * pageBytes;
    if (last <= first) return this.page(first).subarray(from, from + end - start);
    const bytes = new Uint8Array(end - start);
    for (let number = first, at = 0; number <= last; number++) {
      const part = this.page(number).subarray(
        number === first ? from : 0,
        Math.min(pageBytes, end - number * pageBytes),
      );
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  private page(number: number): Uint8Array {
    const known = this.cache.get(this.key + number);
    if (known) return known;
    const { offset, bytes } = this.section;
    const page = new Uint8Array(Math.min(pageBytes, bytes - number * pageBytes));
    const read = readSync(this.file, page, 0, page.length, offset + number * pageBytes);
    if (read !== page.length || crc32(page) !== this.checksums[number])
      throw new BrokenSnapshotError(`page ${number} at byte ${offset + number * pageBytes}`);
    this.cache.put(this.key + number, page);
    return page;
  }
}
