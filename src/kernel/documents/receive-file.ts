import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../errors.ts';
import type { HashedFile } from './blob-store.ts';
import { sniffedBytes } from './media-type.ts';

/** A file that came in, with its first bytes, by which its type is told. */
export interface ReceivedFile extends HashedFile {
  readonly head: Buffer;
}

/**
 * Streams a document into a file in `folder`, hashing as it comes; of it only its first bytes are kept in memory.
 * @throws {Problem} `body-too-large` that names the limit
 */
export async function receiveFile(source: Readable, folder: string, limit: number): Promise<ReceivedFile> {
  const path = join(folder, 'document');
  const hash = createHash('sha256');
  const heads: Buffer[] = [];
  let size = 0;
  let kept = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) return done(new Problem('body-too-large', { limit }));
      hash.update(chunk);
      if (kept < sniffedBytes) {
        const head = chunk.subarray(0, sniffedBytes - kept);
        heads.push(head);
        kept += head.length;
      }
      done(null, chunk);
    },
  });
  await pipeline(source, measure, createWriteStream(path, { mode: 0o600 }));
  return { path, size, hash: hash.digest('hex'), head: Buffer.concat(heads) };
}
