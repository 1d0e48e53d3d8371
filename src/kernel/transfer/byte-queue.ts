import { Signal } from './signal.ts';

/** Bytes on their way from one that makes them to one that takes them, a few pieces at a time. */
export class ByteQueue implements AsyncIterable<Uint8Array> {
  private readonly pieces: Uint8Array[] = [];
  private readonly most: number;
  private isClosed = false;
  private error: unknown;
  private changed = new Signal<void>();

  constructor(most = 4) {
    this.most = most;
  }

  /** Resolves once there is room for more; rejects where the taker has failed. */
  async add(piece: Uint8Array): Promise<void> {
    if (this.error) throw this.error;
    if (piece.length === 0) return;
    this.pieces.push(piece);
    this.notify();
    while (this.pieces.length >= this.most) {
      await this.changed.given;
      if (this.error) throw this.error;
    }
  }

  close(): void {
    this.isClosed = true;
    this.notify();
  }

  fail(error: unknown): void {
    this.error ??= error;
    this.notify();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    for (;;) {
      if (this.error) throw this.error;
      const piece = this.pieces.shift();
      if (piece !== undefined) {
        this.notify();
        yield piece;
      } else if (this.isClosed) return;
      else await this.changed.given;
    }
  }

  private notify(): void {
    const { changed } = this;
    this.changed = new Signal();
    changed.give();
  }
}
