import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { ManifestFile } from './manifest.ts';
import type { ReleaseFinding } from './release-report.ts';
import type { ReleaseSource } from './release-source.ts';

/** Checks that a file is the one that the manifest names. */
export async function checkFile(
  source: ReleaseSource,
  { name, sha256, bytes, register }: Pick<ManifestFile, 'name' | 'sha256' | 'bytes' | 'register'>,
): Promise<ReleaseFinding | undefined> {
  const stream = await source.open(name);
  if (!stream) return { kind: 'missing', file: name, register };
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of stream) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  const isSame = size === bytes && hash.digest('hex') === sha256;
  return isSame ? undefined : { kind: 'file', file: name, register };
}

/** Where a file first differs from another; undefined where they are the same. */
export async function firstDifference(
  source: ReleaseSource,
  name: string,
  right: string,
): Promise<number | undefined> {
  const stream = await source.open(name);
  if (!stream) return undefined;
  const [one, other] = [new Bytes(stream), new Bytes(createReadStream(right))];
  for (let at = 0; ; ) {
    const [a, b] = [await one.peek(), await other.peek()];
    const length = Math.min(a.length, b.length);
    if (length === 0) {
      one.close();
      other.close();
      return a.length === b.length ? undefined : at;
    }
    for (let i = 0; i < length; i++)
      if (a[i] !== b[i]) {
        one.close();
        other.close();
        return at + i;
      }
    one.skip(length);
    other.skip(length);
    at += length;
  }
}

/** A stream of which pieces of any length are looked at. */
class Bytes {
  readonly #stream: Readable;
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#stream = stream;
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** What comes next; empty at the end. */
  async peek(): Promise<Buffer> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      this.#held = value;
    }
    return this.#held;
  }

  skip(length: number): void {
    this.#held = this.#held.subarray(length);
  }

  close(): void {
    this.#stream.destroy();
  }
}
