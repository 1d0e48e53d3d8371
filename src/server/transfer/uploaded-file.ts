import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { makeWorkFolder, removeWorkFolder } from '../../kernel/transfer/work-folder.ts';

/** A file that somebody sent, on disk in a folder of its own. */
export interface UploadedFile {
  readonly path: string;
  readonly name: string | undefined;
  readonly remove: () => void;
}

/**
 * Streams an upload to a file: the body itself, or the first file of a form. Nothing of it is in memory.
 * @throws {Problem} `body-too-large`, `invalid-body`
 */
export async function saveUpload(
  request: FastifyRequest,
  { workFolder, limit }: { readonly workFolder: string | undefined; readonly limit: number },
): Promise<UploadedFile> {
  const folder = makeWorkFolder(workFolder);
  try {
    const { stream, name } = await contentOf(request, limit);
    const path = join(folder, 'upload');
    await pipeline(stream, atMost(limit), createWriteStream(path, { mode: 0o600 }));
    if ('truncated' in stream && stream.truncated) throw new Problem('body-too-large', { limit });
    return { path, name, remove: () => removeWorkFolder(folder) };
  } catch (error) {
    removeWorkFolder(folder);
    throw error;
  }
}

async function contentOf(
  request: FastifyRequest,
  limit: number,
): Promise<{ stream: Readable; name: string | undefined }> {
  if (!request.isMultipart()) {
    const stream = request.body as Readable | undefined;
    if (!stream) throw new Problem('invalid-body');
    return { stream, name: undefined };
  }
  const part = await request.file({ limits: { fileSize: limit, files: 1 }, throwFileSizeLimit: false });
  if (!part) throw new Problem('invalid-body');
  return { stream: part.file, name: basename(part.filename ?? '') || undefined };
}

function atMost(limit: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count > limit) done(new Problem('body-too-large', { limit }));
      else done(null, chunk);
    },
  });
}
