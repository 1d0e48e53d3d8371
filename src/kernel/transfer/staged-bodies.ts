import { type FileHandle, open } from 'node:fs/promises';
import type { Body } from '../log/entry.ts';

/** A record of a file, ready to be written. */
export interface PreparedBody {
  readonly record: string;
  readonly row: number;
  readonly body: Body;
}

/** Bodies that wait in a file until the log is held; given back in the pieces in which they came, as often as asked for. */
export class StagedBodies {
  private readonly handle: FileHandle;
  private readonly lengths: number[] = [];
  private size = 0;

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  static async create(path: string): Promise<StagedBodies> {
    return new StagedBodies(await open(path, 'wx+', 0o600));
  }

  async append(piece: readonly PreparedBody[]): Promise<void> {
    if (piece.length === 0) return;
    const bytes = Buffer.from(JSON.stringify(piece));
    await this.handle.write(bytes, 0, bytes.length, this.size);
    this.lengths.push(bytes.length);
    this.size += bytes.length;
  }

  async *pieces(signal?: AbortSignal): AsyncGenerator<readonly PreparedBody[]> {
    let at = 0;
    for (const length of this.lengths) {
      signal?.throwIfAborted();
      const bytes = Buffer.allocUnsafe(length);
      await this.handle.read(bytes, 0, length, at);
      at += length;
      yield JSON.parse(bytes.toString());
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
