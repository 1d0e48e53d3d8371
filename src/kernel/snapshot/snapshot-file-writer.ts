import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { NumberArray } from './snapshot-file.ts';
import { type ArrayKind, magic, pageBytes, type Section, type SnapshotHead } from './snapshot-head.ts';

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
    this.write(new Uint8Array(-this.at & 7));
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    this.sections[name] = { offset: this.at, bytes: bytes.length, kind, crc: crc32(bytes) };
    this.write(bytes);
  }

  /** A part that is read page by page, from pieces of any length. */
  paged(name: string, pieces: Iterable<Uint8Array>): void {
    const offset = this.at;
    const page = new Uint8Array(pageBytes);
    const checksums: number[] = [];
    let filled = 0;
    const flush = () => {
      const bytes = page.subarray(0, filled);
      checksums.push(crc32(bytes));
      this.write(bytes);
      filled = 0;
    };
    for (const piece of pieces)
      for (let at = 0; at < piece.length; ) {
        const part = piece.subarray(at, at + pageBytes - filled);
        page.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === pageBytes) flush();
      }
    if (filled > 0) flush();
    this.sections[name] = { offset, bytes: this.at - offset };
    this.array(`${name}.crc`, 'u32', Uint32Array.from(checksums));
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
    for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
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
