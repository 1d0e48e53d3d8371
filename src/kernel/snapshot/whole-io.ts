import { readSync, writeSync } from 'node:fs';

/** Most bytes that the system takes at a time. */
const most = 1 << 30;

/** Fills an array from a position of a file on; returns the bytes that were there, fewer where the file ends before. */
export function readWhole(file: number, into: Uint8Array, position: number): number {
  for (let done = 0; done < into.length; ) {
    const read = readSync(file, into, done, Math.min(into.length - done, most), position + done);
    if (read === 0) return done;
    done += read;
  }
  return into.length;
}

/** Writes all bytes at a position of a file. */
export function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
}
