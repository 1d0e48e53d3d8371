import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { PagedPart } from './paged-part.ts';
import type { NumberArray } from './snapshot-file.ts';
import { type ArrayKind, magic, type Section, type SnapshotHead } from './snapshot-head.ts';
import { writeWhole } from './whole-io.ts';

/**
 * Writes a snapshot beside its place and moves it there once it is whole and on disk, so that whatever happens on the
 * way, no half of one is ever found.
 */
export class SnapshotFileWriter {
  private readonly path: string;
  private readonly draft: string;
  private readonly file: number;
  private readonly sections: Record<string, Section> = {};
  private at = 0;

  constructor(path: string) {
    this.path = path;
    this.draft = `${path}.${process.pid}.draft`;
    this.file = openSync(this.draft, 'w');
    this.write(magic);
  }

  array(name: string, kind: ArrayKind, numbers: NumberArray): void {
    this.arrayOf(name, kind, [numbers]);
  }

  /** An array from parts, so that the whole of it need not be in memory. */
  arrayOf(name: string, kind: ArrayKind, parts: Iterable<NumberArray>): void {
    this.write(new Uint8Array(-this.at & 7));
    const offset = this.at;
    let crc = 0;
    for (const numbers of parts) {
      const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
      crc = crc32(bytes, crc);
      this.write(bytes);
    }
    this.sections[name] = { offset, bytes: this.at - offset, kind, crc };
  }

  /** Parts of known lengths that are read page by page, and are written side by side. */
  paged<Name extends string>(
    sizes: Readonly<Record<Name, number>>,
    fill: (parts: Record<Name, PagedPart>) => void,
  ): void {
    const parts = {} as Record<Name, PagedPart>;
    for (const name of Object.keys(sizes) as Name[]) {
      const section = { offset: this.at, bytes: sizes[name] };
      this.sections[name] = section;
      parts[name] = new PagedPart(this.file, section);
      this.at += section.bytes;
    }
    fill(parts);
    for (const name of Object.keys(sizes) as Name[]) this.array(`${name}.crc`, 'u32', parts[name].finish());
  }

  /** Numbers that are read one by one, page by page. */
  pagedNumbers(name: string, kind: 'u32' | 'f64', count: number, numbers: Iterable<NumberArray>): void {
    this.paged({ [name]: count * (kind === 'u32' ? 4 : 8) }, (parts) => {
      for (const { buffer, byteOffset, byteLength } of numbers)
        parts[name]!.write(new Uint8Array(buffer, byteOffset, byteLength), 0, byteLength);
    });
    this.sections[name] = { ...this.sections[name]!, kind };
  }

  /** Ends the file and puts it in its place. */
  finish(head: Omit<SnapshotHead, 'sections'>): void {
    const text = Buffer.from(JSON.stringify({ ...head, sections: this.sections }));
    const trailer = Buffer.alloc(16);
    trailer.writeUInt32LE(text.length, 0);
    trailer.writeUInt32LE(crc32(text), 4);
    magic.copy(trailer, 8);
    this.write(text);
    this.write(trailer);
    fsyncSync(this.file);
    closeSync(this.file);
    renameSync(this.draft, this.path);
    syncFolder(dirname(this.path));
  }

  /** Leaves nothing behind. */
  abandon(): void {
    closeSync(this.file);
    rmSync(this.draft, { force: true });
  }

  private write(bytes: Uint8Array): void {
    writeWhole(this.file, bytes, this.at);
    this.at += bytes.length;
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
