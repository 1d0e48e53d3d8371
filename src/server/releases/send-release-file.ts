import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Queryable } from '../../kernel/db/database.ts';
import { type BlobStore, BlobStoreError } from '../../kernel/documents/blob-store.ts';
import { Problem } from '../../kernel/errors.ts';
import { byteRange } from '../../kernel/http/byte-range.ts';
import { noneMatch } from '../../kernel/http/entity-tag.ts';
import { checkpointFile, manifestFile, noteFile } from '../../kernel/release/manifest.ts';
import type { StoredRelease } from '../../kernel/release/release-store.ts';
import { signedFiles } from '../../kernel/release/write-release.ts';

const forEver = 'public, max-age=31536000, immutable';

/**
 * `GET /releases/{id}/{name}`: a file of a release, whole or by range (RFC 9110, 14). The bytes of an address never change.
 * Of a release that was withdrawn only what signs it is given. @throws {Problem} `not-found`, `gone`, `range-not-satisfiable`
 */
export async function sendReleaseFile(
  db: Queryable,
  blobs: BlobStore,
  release: StoredRelease,
  name: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const text = (await signedFiles(db, release)).get(name);
  if (text !== undefined) {
    // Keys and witnesses are added to later; what is signed stays.
    const isFixed = [manifestFile, noteFile, checkpointFile].includes(name);
    const type = name === manifestFile ? 'application/json' : 'text/plain; charset=utf-8';
    reply.header('cache-control', isFixed ? forEver : 'no-cache');
    return reply.type(type).send(Buffer.from(text));
  }
  const file = release.manifest.files.find((each) => each.name === name);
  if (!file) throw new Problem('not-found');
  const { withdrawn } = release;
  if (withdrawn) throw new Problem('gone', { at: withdrawn.at.slice(0, 10), reason: withdrawn.reason });
  const { sha256, bytes: size, mediaType } = file;
  const tag = `"${sha256}"`;
  if ((await blobs.size(sha256)) !== size) throw new Problem('not-found');
  reply.headers({ etag: tag, 'cache-control': forEver, 'accept-ranges': 'bytes' });
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
