import { crc32 } from 'node:zlib';
import { pageBytes, type Section } from './snapshot-head.ts';
import { writeWhole } from './whole-io.ts';

/** A part of a snapshot file on its way to disk, page by page, each with a checksum. */
export class PagedPart {
  private readonly file: number;
  private readonly section: Section;
  private readonly page = new Uint8Array(pageBytes);
  private readonly checksums: Uint32Array;
  private filled = 0;
  private pages = 0;

  constructor(file: number, section: Section) {
    this.file = file;
    this.section = section;
    this.checksums = new Uint32Array(Math.ceil(section.bytes / pageBytes));
  }

  /** Appends the bytes from `start` to `end`, of any number. */
  write(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      const size = Math.min(pageBytes - this.filled, end - at);
      this.page.set(bytes.subarray(at, at + size), this.filled);
      this.filled += size;
      at += size;
      if (this.filled === pageBytes) this.flush();
    }
  }

  /** Checksums of the pages. @throws where the part has not the length that was told */
  finish(): Uint32Array {
    const written = this.pages * pageBytes + this.filled;
    if (written !== this.section.bytes)
      throw new Error(`a part of ${this.section.bytes} bytes has ${written}`);
    if (this.filled > 0) this.flush();
    return this.checksums;
  }

  private flush(): void {
    const bytes = this.page.subarray(0, this.filled);
    this.checksums[this.pages] = crc32(bytes);
    writeWhole(this.file, bytes, this.section.offset + this.pages * pageBytes);
    this.pages++;
    this.filled = 0;
  }
}
