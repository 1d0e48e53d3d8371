import { closeSync, fstatSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { BrokenSnapshotError, type PageCache, PagedBytes, readAll } from './paged-bytes.ts';
import { PagedNumbers } from './paged-numbers.ts';
import { type ArrayKind, magic, type Section, type SnapshotHead } from './snapshot-head.ts';

export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

export const arrays = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const satisfies Record<ArrayKind, unknown>;

/** Arrays by their kind. */
export interface ArrayKinds {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
  f32: Float32Array;
  f64: Float64Array;
}

/** A snapshot on disk, opened: its head is checked at once, its arrays as they are taken, its pages as they are read. */
export class SnapshotFile {
  readonly path: string;
  readonly head: SnapshotHead;
  private readonly file: number;
  private readonly cache: PageCache;
  private isClosed = false;

  private constructor(path: string, file: number, head: SnapshotHead, cache: PageCache) {
    this.path = path;
    this.file = file;
    this.head = head;
    this.cache = cache;
  }

  /** @throws {BrokenSnapshotError} for a file that was cut off or is of another kind */
  static open(path: string, cache: PageCache): SnapshotFile {
    const file = openSync(path, 'r');
    try {
      return new SnapshotFile(path, file, readHead(file), cache);
    } catch (error) {
      closeSync(file);
      throw error instanceof SyntaxError ? new BrokenSnapshotError('its head is not JSON') : error;
    }
  }

  has(name: string): boolean {
    return this.head.sections[name] !== undefined;
  }

  /** A part of the file as numbers, in memory of its own. */
  array<T extends NumberArray>(name: string): T {
    const section = this.section(name);
    const buffer = new ArrayBuffer(section.bytes);
    const bytes = new Uint8Array(buffer);
    readAll(this.file, bytes, section.offset);
    if (crc32(bytes) !== section.crc) throw new BrokenSnapshotError(name);
    return new arrays[section.kind!](buffer) as unknown as T;
  }

  /** A part of the file that is read as it is needed; its checksums stand under `<name>.crc`. */
  paged(name: string): PagedBytes {
    return new PagedBytes(this.file, this.section(name), this.array<Uint32Array>(`${name}.crc`), this.cache);
  }

  /** Numbers that are read one by one. */
  pagedNumbers(name: string): PagedNumbers {
    return new PagedNumbers(this.paged(name), this.section(name).kind === 'u32' ? 'u32' : 'f64');
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    closeSync(this.file);
  }

  private section(name: string): Section {
    const section = this.head.sections[name];
    if (!section) throw new BrokenSnapshotError(`${name} is missing`);
    return section;
  }
}

/** The head stands before the trailer: its length, its checksum, the magic bytes. */
function readHead(file: number): SnapshotHead {
  const { size } = fstatSync(file);
  const trailer = new Uint8Array(16);
  if (size < trailer.length + magic.length) throw new BrokenSnapshotError('it is too short');
  readAll(file, trailer, size - trailer.length);
  const view = new DataView(trailer.buffer);
  const length = view.getUint32(0, true);
  if (!magic.equals(trailer.subarray(8)) || length > size - trailer.length)
    throw new BrokenSnapshotError('it does not end as it should');
  const text = new Uint8Array(length);
  readAll(file, text, size - trailer.length - length);
  if (crc32(text) !== view.getUint32(4, true)) throw new BrokenSnapshotError('head');
  return JSON.parse(Buffer.from(text).toString('utf8')) as SnapshotHead;
}
