import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { HashedFile } from '../documents/blob-store.ts';

/** A file that is hashed while it is written. */
export class HashedWriter {
  readonly #path: string;
  readonly #stream;
  readonly #hash = createHash('sha256');
  #size = 0;
  #failure: Error | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(path, { mode: 0o600, highWaterMark: 1 << 18 });
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure;
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    this.#hash.update(bytes);
    this.#size += bytes.length;
    if (!this.#stream.write(bytes)) await once(this.#stream, 'drain');
  }

  async finish(): Promise<HashedFile> {
    await new Promise<void>((resolve, reject) => {
      this.#stream.on('error', reject);
      this.#stream.end(() => resolve());
    });
    return { path: this.#path, hash: this.#hash.digest('hex'), size: this.#size };
  }

  /** Lets go of the file; what was written of it stays until its folder is removed. */
  close(): void {
    this.#stream.destroy();
  }
}
