import { type FileHandle, open } from 'node:fs/promises';
import { type Shift, shiftPositions } from '../log/bulk-positions.ts';

/** Tuples that wait in a file until the log is held; given back in the pieces in which they came. */
export class StagedTuples {
  private readonly handle: FileHandle;
  private readonly lengths: number[] = [];
  /** Bytes that wait. */
  size = 0;

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  static async create(path: string): Promise<StagedTuples> {
    return new StagedTuples(await open(path, 'wx+', 0o600));
  }

  async append(tuples: Uint8Array): Promise<void> {
    if (tuples.length === 0) return;
    this.lengths.push(tuples.length);
    this.size += tuples.length;
    await this.handle.write(tuples);
  }

  /** The tuples with their positions moved. */
  async *tuples(shift: Shift, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    let at = 0;
    for (const length of this.lengths) {
      signal?.throwIfAborted();
      const bytes = Buffer.allocUnsafeSlow(length);
      await this.handle.read(bytes, 0, length, at);
      at += length;
      if (shift.by !== 0 || shift.registerNumber !== undefined) shiftPositions(bytes, shift);
      yield bytes;
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
