import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../errors.ts';
import type { HashedFile } from './blob-store.ts';
import { sniffedBytes } from './media-type.ts';

/** A file that came in: what it hashes to with its salt before it, what is stored, and what of that was sent. */
export interface ReceivedFile extends HashedFile {
  /** First bytes of what was sent, by which its type is told. */
  readonly head: Buffer;
  /** SHA-256 and size of what was sent, without salt. */
  readonly contentHash: string;
  readonly contentSize: number;
}

/**
 * Streams a document into a file in `folder`, behind its salt where it has one, hashing as it comes; of it only its first
 * bytes are kept in memory.
 * @throws {Problem} `body-too-large` that names the limit
 */
export async function receiveFile(
  source: Readable,
  folder: string,
  limit: number,
  salt: Buffer = Buffer.alloc(0),
): Promise<ReceivedFile> {
  const path = join(folder, 'document');
  const content = createHash('sha256');
  const salted = createHash('sha256').update(salt);
  const heads: Buffer[] = [];
  let size = 0;
  let kept = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) return done(new Problem('body-too-large', { limit }));
      content.update(chunk);
      if (salt.length > 0) salted.update(chunk);
      if (kept < sniffedBytes) {
        const head = chunk.subarray(0, sniffedBytes - kept);
        heads.push(head);
        kept += head.length;
      }
      done(null, chunk);
    },
  });
  await writeFile(path, salt, { mode: 0o600 });
  await pipeline(source, measure, createWriteStream(path, { flags: 'a' }));
  const contentHash = content.digest('hex');
  return {
    path,
    size: salt.length + size,
    hash: salt.length > 0 ? salted.digest('hex') : contentHash,
    head: Buffer.concat(heads),
    contentHash,
    contentSize: size,
  };
}
