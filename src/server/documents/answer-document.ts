import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BlobMissingError, isHash } from '../../kernel/documents/blob-store.ts';
import { documentsRegister } from '../../kernel/documents/keep-document.ts';
import { mayShowInline } from '../../kernel/documents/media-type.ts';
import { Problem } from '../../kernel/errors.ts';
import { byteRange } from '../../kernel/http/byte-range.ts';
import { noneMatch } from '../../kernel/http/entity-tag.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { contentDisposition } from './content-disposition.ts';
import type { DocumentsOptions } from './documents-options.ts';
import { reachingStore } from './reaching-store.ts';

/** Whatever a document holds, it runs nothing, loads nothing and is nobody's frame. */
const sandbox =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; sandbox";

/**
 * `GET /documents/{sha256}`: the bytes, to whom the record of the document is shown. The bytes of an address never change,
 * so the answer may be kept: by everybody where the document is public, by the asker alone where it is not.
 * @throws {Problem} `record-not-found` also for what the caller may not know of; `range-not-satisfiable`
 */
export async function answerDocument(
  { services }: DocumentsOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { hash } = request.params as { hash: string };
  const absent = new Problem('record-not-found', { register: documentsRegister, record: hash.slice(0, 80) });
  if (!isHash(hash)) throw absent;
  const caller = callerOf(request);
  const record = await services.reader.item({ register: documentsRegister, caller }, hash);
  if (!record) throw absent;
  const { media_type, file_name, title, secrecy, salt } = record.properties as Record<string, string | null>;
  const { store } = services.documents;
  const stored = await reachingStore(request, () => store.size(hash));
  if (stored === undefined) throw absent;
  // The salt of a document lies in front of its bytes.
  const start = (salt ?? '').length / 2;
  const size = stored - start;

  const tag = `"${hash}"`;
  const isPublic = secrecy === 'public';
  reply.headers({
    etag: tag,
    'cache-control': `${isPublic ? 'public' : 'private'}, max-age=31536000, immutable`,
    vary: 'Authorization',
    'accept-ranges': 'bytes',
    'content-security-policy': sandbox,
    'cross-origin-resource-policy': 'same-origin',
    'content-disposition': contentDisposition(
      mayShowInline(media_type!) ? 'inline' : 'attachment',
      file_name ?? title ?? hash,
    ),
  });
  reply.type(media_type!.startsWith('text/') ? `${media_type}; charset=utf-8` : media_type!);
  if (noneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();

  const asked = request.headers['if-range'] ?? tag;
  const span = asked === tag ? byteRange(request.headers.range, size) : undefined;
  if (span === 'unsatisfiable') {
    reply.removeHeader('cache-control');
    reply.header('content-range', `bytes */${size}`);
    throw new Problem('range-not-satisfiable', { size: String(size) });
  }
  if (span) reply.code(206).header('content-range', `bytes ${span.first}-${span.last}/${size}`);
  reply.header('content-length', span ? span.last - span.first + 1 : size);
  // A stream, because the framework would say that nothing is nothing long.
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  const wanted =
    span || start > 0
      ? { first: start + (span?.first ?? 0), last: start + (span?.last ?? size - 1) }
      : undefined;
  if (size === 0) return reply.send(Readable.from([]));
  const bytes = await reachingStore(request, () => store.read(hash, wanted)).catch((error) => {
    throw error instanceof BlobMissingError ? absent : error;
  });
  return reply.send(bytes);
}
