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

/** Bytes that a processor reads at a time. */
const lineBytes = 64;

interface Page {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** The pages of its part by number, where it is found until it makes room. */
  readonly home: (Page | undefined)[];
  readonly number: number;
  /** Whether it was read since it was last passed over. */
  isUsed: boolean;
}

/** Pages of all snapshots, up to a number of bytes; what was not read for a while makes room (second chance). */
export class PageCache {
  private readonly pages = new Set<Page>();
  private readonly most: number;

  constructor(bytes: number) {
    this.most = Math.max(1, Math.floor(bytes / pageBytes));
  }

  /** Takes a page up, also into its home. */
  put(page: Page): void {
    if (this.pages.size >= this.most) this.makeRoom();
    this.pages.add(page);
    page.home[page.number] = page;
  }

  private makeRoom(): void {
    for (const page of this.pages) {
      this.pages.delete(page);
      if (!page.isUsed) {
        page.home[page.number] = undefined;
        return;
      }
      page.isUsed = false;
      this.pages.add(page);
    }
  }
}

/** A long part of a file, read page by page through the operating system's cache, each page checked as it comes. */
export class PagedBytes {
  private readonly file: number;
  private readonly section: Section;
  private readonly checksums: Uint32Array;
  private readonly cache: PageCache;
  private readonly pages: (Page | undefined)[];
  /** Kept so that no compiler takes the touching for useless. */
  protected touched = 0;

  constructor(file: number, section: Section, checksums: Uint32Array, cache: PageCache) {
    this.file = file;
    this.section = section;
    this.checksums = checksums;
    this.cache = cache;
    this.pages = new Array(checksums.length).fill(undefined);
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
    // Whole numbers for the compiler too: places in a file may be doubles, and indexes that are cost twice the time.
    into.start = (start - first * pageBytes) | 0;
    into.end = (into.start + (end - start)) | 0;
    if (into.end <= pageBytes) {
      const { bytes, view } = this.page(first);
      into.bytes = bytes;
      into.view = view;
      return into;
    }
    into.bytes = this.joined(start, end);
    into.view = viewOf(into.bytes);
    into.start = 0;
    into.end = into.bytes.length;
    return into;
  }

  /** Touches the bytes from `start` to `end` one after another: what comes in order comes to the processor in time. */
  readAhead(start: number, end: number): void {
    for (let number = Math.floor(start / pageBytes); number * pageBytes <= end; number++) {
      const { bytes } = this.page(number);
      const from = Math.max(start - number * pageBytes, 0) | 0;
      const to = Math.min(end - number * pageBytes, bytes.length - 1) | 0;
      let touched = 0;
      for (let at = from; at <= to; at += lineBytes) touched ^= bytes[at]!;
      this.touched = touched;
    }
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
    const known = this.pages[number];
    if (known) {
      known.isUsed = true;
      return known;
    }
    const { offset, bytes: size } = this.section;
    const bytes = Buffer.allocUnsafeSlow(Math.min(pageBytes, size - number * pageBytes));
    readAll(this.file, bytes, offset + number * pageBytes);
    this.check(number, bytes);
    const page = { bytes, view: viewOf(bytes), home: this.pages, number, isUsed: false };
    this.cache.put(page);
    return page;
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
