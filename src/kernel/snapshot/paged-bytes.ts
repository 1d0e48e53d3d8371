import { crc32 } from 'node:zlib';
import { type ByteRange, viewOf } from '../geo/byte-range.ts';
import { pageBytes, type Section } from './snapshot-head.ts';
import { readWhole } from './whole-io.ts';

/** Bytes on disk are not what was written there. */
export class BrokenSnapshotError extends Error {
  constructor(what: string) {
    super(`the snapshot is broken: ${what}`);
    this.name = 'BrokenSnapshotError';
  }
}

interface Page {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Whether it was read since it was last passed over. */
  isUsed: boolean;
}

/** Pages of all snapshots, up to a number of bytes; what was not read for a while makes room (second chance). */
export class PageCache {
  private readonly pages = new Map<number, Page>();
  private readonly most: number;
  private files = 0;

  constructor(bytes: number) {
    this.most = Math.max(1, Math.floor(bytes / pageBytes));
  }

  /** A number that no other file of the cache has; pages are kept under it. */
  enter(): number {
    return this.files++ * 2 ** 26;
  }

  get(key: number): Page | undefined {
    const page = this.pages.get(key);
    if (page) page.isUsed = true;
    return page;
  }

  put(key: number, bytes: Uint8Array): Page {
    const page = { bytes, view: viewOf(bytes), isUsed: false };
    if (this.pages.size >= this.most) this.makeRoom();
    this.pages.set(key, page);
    return page;
  }

  private makeRoom(): void {
    for (const [key, page] of this.pages) {
      this.pages.delete(key);
      if (!page.isUsed) return;
      page.isUsed = false;
      this.pages.set(key, page);
    }
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
    const from = start - first * pageBytes;
    if (from + end - start <= pageBytes) return this.page(first).bytes.subarray(from, from + end - start);
    return this.joined(start, end);
  }

  /** The same without an array of their own. */
  range(start: number, end: number, into: ByteRange): ByteRange {
    const first = Math.floor(start / pageBytes);
    into.start = start - first * pageBytes;
    into.end = into.start + end - start;
    if (into.end <= pageBytes) {
      const { bytes, view } = this.page(first);
      into.bytes = bytes;
      into.view = view;
      return into;
    }
    into.bytes = this.joined(start, end);
    into.view = viewOf(into.bytes);
    into.start = 0;
    into.end = end - start;
    return into;
  }

  /** All bytes, in memory of their own and past the cache. */
  whole(): Uint8Array<ArrayBuffer> {
    const { offset, bytes } = this.section;
    const all = new Uint8Array(bytes);
    readAll(this.file, all, offset);
    for (let number = 0; number < this.checksums.length; number++)
      this.check(number, all.subarray(number * pageBytes, (number + 1) * pageBytes));
    return all;
  }

  /** Bytes that lie on several pages. */
  private joined(start: number, end: number): Uint8Array {
    const first = Math.floor(start / pageBytes);
    const bytes = new Uint8Array(end - start);
    for (let number = first, at = 0; at < bytes.length; number++) {
      const part = this.page(number).bytes.subarray(
        number === first ? start - first * pageBytes : 0,
        Math.min(pageBytes, end - number * pageBytes),
      );
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  /** @throws {BrokenSnapshotError} */
  page(number: number): Page {
    const known = this.cache.get(this.key + number);
    if (known) return known;
    const { offset, bytes } = this.section;
    const page = Buffer.allocUnsafeSlow(Math.min(pageBytes, bytes - number * pageBytes));
    readAll(this.file, page, offset + number * pageBytes);
    this.check(number, page);
    return this.cache.put(this.key + number, page);
  }

  private check(number: number, page: Uint8Array): void {
    if (crc32(page) !== this.checksums[number])
      throw new BrokenSnapshotError(`page ${number} at byte ${this.section.offset + number * pageBytes}`);
  }
}

/** Fills an array from a position of a file on. @throws {BrokenSnapshotError} where the file ends before */
export function readAll(file: number, into: Uint8Array, position: number): void {
  const read = readWhole(file, into, position);
  if (read < into.length) throw new BrokenSnapshotError(`it is cut off at byte ${position + read}`);
}
