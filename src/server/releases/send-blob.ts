import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type BlobStore, BlobStoreError } from '../../kernel/documents/blob-store.ts';
import { Problem } from '../../kernel/errors.ts';
import { byteRange } from '../../kernel/http/byte-range.ts';
import { noneMatch } from '../../kernel/http/entity-tag.ts';

/** A file as a manifest names it. */
export interface NamedBlob {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/**
 * Sends the bytes of a file, whole or by range (RFC 9110, 14), under a tag that is their hash.
 * @throws {Problem} `not-found` where the store has lost it, `range-not-satisfiable`, `busy` where the store does not answer
 */
export async function sendBlob(
  blobs: BlobStore,
  { name, sha256, bytes: size, mediaType }: NamedBlob,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const tag = `"${sha256}"`;
  if ((await blobs.size(sha256)) !== size) throw new Problem('not-found');
  reply.headers({ etag: tag, 'accept-ranges': 'bytes' });
  reply.header('content-disposition', `attachment; filename="${name}"`);
  reply.type(mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType);
  if (noneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();
  const asked = request.headers['if-range'] ?? tag;
  const span = asked === tag ? byteRange(request.headers.range, size) : undefined;
  if (span === 'unsatisfiable') {
    reply.removeHeader('cache-control').header('content-range', `bytes */${size}`);
    throw new Problem('range-not-satisfiable', { size: String(size) });
  }
  if (span) reply.code(206).header('content-range', `bytes ${span.first}-${span.last}/${size}`);
  reply.header('content-length', span ? span.last - span.first + 1 : size);
  if (request.method === 'HEAD' || size === 0) return reply.send(Readable.from([]));
  const stream = await blobs.read(sha256, span).catch((error: unknown) => {
    throw error instanceof BlobStoreError ? new Problem('busy') : error;
  });
  return reply.send(stream);
}
