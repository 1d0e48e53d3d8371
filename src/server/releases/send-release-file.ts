import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Queryable } from '../../kernel/db/database.ts';
import type { BlobStore } from '../../kernel/documents/blob-store.ts';
import { Problem } from '../../kernel/errors.ts';
import { checkpointFile, manifestFile, noteFile } from '../../kernel/release/manifest.ts';
import type { StoredRelease } from '../../kernel/release/release-store.ts';
import { signedFiles } from '../../kernel/release/write-release.ts';
import { sendBlob } from './send-blob.ts';

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
  reply.header('cache-control', forEver);
  return await sendBlob(blobs, file, request, reply);
}
