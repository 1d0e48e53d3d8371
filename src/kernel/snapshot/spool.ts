import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { Lengths } from './lengths.ts';

const bufferBytes = 1 << 22;

/** Bytes of rows in the order in which they come, on disk, to be taken up again in another order. */
export class Spool {
  private readonly path: string;
  private readonly file: number;
  private readonly buffer = Buffer.allocUnsafe(bufferBytes);
  private filled = 0;

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, 'w+');
  }

  /** Appends text in an encoding; returns the number of its bytes. */
  push(text: string, encoding: 'utf8' | 'hex'): number {
    // UTF-8 takes three bytes a UTF-16 unit at the most.
    if (text.length * 3 > bufferBytes - this.filled) this.flush();
    if (text.length * 3 > bufferBytes) {
      const bytes = Buffer.from(text, encoding);
      writeAll(this.file, bytes);
      return bytes.length;
    }
    const length = this.buffer.write(text, this.filled, encoding);
    this.filled += length;
    return length;
  }

  /** Appends bytes that are good for this call only; returns their number. */
  pushBytes(bytes: Uint8Array): number {
    if (bytes.length > bufferBytes - this.filled) this.flush();
    if (bytes.length > bufferBytes) writeAll(this.file, bytes);
    else {
      this.buffer.set(bytes, this.filled);
      this.filled += bytes.length;
    }
    return bytes.length;
  }

  /** The rows' bytes in another order; each is good until the next is taken. */
  *inOrder(order: Uint32Array, lengths: Uint32Array): Iterable<Uint8Array> {
    this.flush();
    const starts = new Lengths(lengths);
    let row = Buffer.allocUnsafe(1 << 16);
    for (const index of order) {
      const length = lengths[index]!;
      if (length > row.length) row = Buffer.allocUnsafe(length * 2);
      if (length > 0 && readSync(this.file, row, 0, length, starts.startOf(index)) !== length)
        throw new Error(`the spool ${this.path} is cut off`);
      yield row.subarray(0, length);
    }
  }

  drop(): void {
    closeSync(this.file);
    rmSync(this.path, { force: true });
  }

  private flush(): void {
    writeAll(this.file, this.buffer.subarray(0, this.filled));
    this.filled = 0;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
