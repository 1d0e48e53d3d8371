import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where the files of a release are read from. */
export interface ReleaseSource {
  /** Undefined where there is no such file. */
  open(name: string): Promise<Readable | undefined>;
}

/** A release as a folder. */
export function folderSource(folder: string): ReleaseSource {
  return {
    async open(name) {
      const path = join(folder, name);
      const isThere = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
      return isThere ? createReadStream(path, { highWaterMark: 1 << 18 }) : undefined;
    },
  };
}

/** A whole file as text; undefined where there is none. */
export async function textFrom(source: ReleaseSource, name: string): Promise<string | undefined> {
  const bytes = await bytesFrom(source, name);
  return bytes && Buffer.from(bytes).toString('utf8');
}

export async function bytesFrom(source: ReleaseSource, name: string): Promise<Uint8Array | undefined> {
  const stream = await source.open(name);
  if (!stream) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
