import { type FileHandle, open } from 'node:fs/promises';

/** Bytes that wait in a file until the log is held; given back in the pieces in which they came, as often as asked for. */
export class StagedPieces {
  private readonly handle: FileHandle;
  private readonly lengths: number[] = [];
  /** Bytes that wait. */
  size = 0;

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  static async create(path: string): Promise<StagedPieces> {
    return new StagedPieces(await open(path, 'wx+', 0o600));
  }

  async append(piece: Uint8Array): Promise<void> {
    if (piece.length === 0) return;
    await this.handle.write(piece, 0, piece.length, this.size);
    this.lengths.push(piece.length);
    this.size += piece.length;
  }

  /** Each piece in memory of its own. */
  async *pieces(signal?: AbortSignal): AsyncGenerator<Buffer> {
    let at = 0;
    for (const length of this.lengths) {
      signal?.throwIfAborted();
      const bytes = Buffer.allocUnsafeSlow(length);
      await this.handle.read(bytes, 0, length, at);
      at += length;
      yield bytes;
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
