import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';

/** Bytes that are put aside on disk while a snapshot is packed. The file has no name once it is open, so that whatever ends the process ends it too. */
export class ScratchFile {
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
  }

  append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
  }

  /** Fills `into` with the bytes from `start` on. */
  read(into: Uint8Array, start: number): void {
    for (let done = 0; done < into.length; ) {
      const read = readSync(this.file, into, done, Math.min(into.length - done, 1 << 30), start + done);
      if (read === 0) throw new Error('a file of what is being packed is cut off');
      done += read;
    }
  }

  close(): void {
    closeSync(this.file);
  }
}
