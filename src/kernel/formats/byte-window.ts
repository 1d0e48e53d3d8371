import { type FileHandle, open, stat } from 'node:fs/promises';
import { SourceError } from './source.ts';

const chunkSize = 1 << 20;

/** A window that slides over a file, so that a reader scans bytes in place and the file is never in memory as a whole. */
export class ByteWindow {
  readonly size: number;
  /** Bytes `start..end` of `bytes` are unread; `bytes[0]` stands at `base` in the file. */
  bytes: Buffer = Buffer.allocUnsafe(chunkSize);
  start = 0;
  end = 0;
  base = 0;
  readonly #handle: FileHandle;
  readonly #signal: AbortSignal | undefined;

  private constructor(handle: FileHandle, size: number, signal?: AbortSignal) {
    this.#handle = handle;
    this.size = size;
    this.#signal = signal;
  }

  static async open(path: string, signal?: AbortSignal): Promise<ByteWindow> {
    const handle = await open(path, 'r');
    return new ByteWindow(handle, (await handle.stat()).size, signal);
  }

  /** Place in the file of the next unread byte. */
  get position(): number {
    return this.base + this.start;
  }

  /** Share of the file that has been taken. */
  get progress(): number {
    return this.size === 0 ? 1 : Math.min(1, this.position / this.size);
  }

  /** Reads further; false at the end of the file. Indexes move: what stood at `start` stands at 0 afterwards. */
  async more(): Promise<boolean> {
    if (this.#signal?.aborted) throw new SourceError('cancelled');
    const held = this.end - this.start;
    if (this.start > 0) {
      // A fresh buffer where slices of the old one may still be in use.
      const target = held + chunkSize > this.bytes.length ? Buffer.allocUnsafe(grown(held)) : this.bytes;
      this.bytes.copy(target, 0, this.start, this.end);
      this.bytes = target;
      this.base += this.start;
      this.start = 0;
      this.end = held;
    }
    if (this.end === this.bytes.length) {
      const target = Buffer.allocUnsafe(grown(held));
      this.bytes.copy(target, 0, 0, this.end);
      this.bytes = target;
    }
    const { bytesRead } = await this.#handle.read(
      this.bytes,
      this.end,
      this.bytes.length - this.end,
      this.base + this.end,
    );
    this.end += bytesRead;
    return bytesRead > 0;
  }

  /** Makes `count` bytes available from `start`; false where the file ends before. */
  async need(count: number): Promise<boolean> {
    while (this.end - this.start < count) if (!(await this.more())) return false;
    return true;
  }

  /** Goes on at another place of the file. */
  seek(position: number): void {
    this.base = position;
    this.start = 0;
    this.end = 0;
  }

  async close(): Promise<void> {
    await this.#handle.close().catch(() => {});
  }
}

function grown(held: number): number {
  return Math.max(chunkSize, held * 2 + chunkSize);
}

/** First bytes of a file, at most `count`. @throws SourceError `file-not-found`, `file-empty` */
export async function headOf(path: string, count: number): Promise<Buffer> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) throw new SourceError('file-not-found', { path });
  if (size === 0) throw new SourceError('file-empty', { path });
  const handle = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(count, size));
    await handle.read(bytes, 0, bytes.length, 0);
    return bytes;
  } finally {
    await handle.close();
  }
}
