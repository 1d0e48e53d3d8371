import { closeSync, openSync, unlinkSync } from 'node:fs';
import { readWhole, writeWhole } from './whole-io.ts';

/** Bytes that are put aside on disk while a snapshot is packed. The file has no name once it is open, so that whatever ends the process ends it too. */
export class ScratchFile {
  private readonly file: number;
  private size = 0;

  constructor(path: string) {
    this.file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
  }

  append(bytes: Uint8Array): void {
    writeWhole(this.file, bytes, this.size);
    this.size += bytes.length;
  }

  /** Fills `into` with the bytes from `start` on. */
  read(into: Uint8Array, start: number): void {
    if (readWhole(this.file, into, start) < into.length)
      throw new Error('a file of what is being packed is cut off');
  }

  close(): void {
    closeSync(this.file);
  }
}
