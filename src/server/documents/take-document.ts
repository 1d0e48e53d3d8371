import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type KeptDocument, keepDocument } from '../../kernel/documents/keep-document.ts';
import { Problem } from '../../kernel/errors.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import type { RawQuery } from '../../kernel/http/parameters.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { readDocumentParameters } from './document-parameters.ts';
import type { DocumentsOptions } from './documents-options.ts';
import { reachingStore } from './reaching-store.ts';

/**
 * `POST /documents`, for the administrator: the body is the document, or the first file of a form whose fields come before
 * it. 201 where it is new, 200 where the register had it already. @throws {Problem} what `keepDocument` throws
 */
export async function takeDocument(
  { services, settings }: DocumentsOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const caller = callerOf(request);
  if (caller.kind !== 'administrator') throw new Problem('not-authorised');
  const { source, name, fields } = await contentOf(request);
  const { details, to, legalBasis, dryRun } = readDocumentParameters({
    ...(request.query as RawQuery),
    ...fields,
  });
  const kept = await reachingStore(request, () =>
    keepDocument(
      services,
      services.documents,
      source,
      { ...details, fileName: details.fileName ?? name },
      {
        caller,
        cause: 'api',
        to,
        ...(legalBasis === undefined ? {} : { legalBasis }),
        ...(dryRun === undefined ? {} : { dryRun }),
      },
    ),
  );
  const document = documentReceipt(kept, baseUrl(request, settings));
  reply.header('location', document.links[0]!.href);
  return sendJson(reply.code(kept.isNew ? 201 : 200), 'application/json', document);
}

/** What the sender of a document is told. */
export function documentReceipt({ hash, isNew, properties }: KeptDocument, base: string) {
  const { title, media_type, size, scan, secrecy, salt } = properties;
  return {
    sha256: hash,
    ...(typeof salt === 'string' ? { salt } : {}),
    isNew,
    title,
    mediaType: media_type,
    size,
    scan,
    secrecy,
    links: [
      { rel: 'self', type: String(media_type), href: `${base}/documents/${hash}` },
      {
        rel: 'describedby',
        type: 'application/geo+json',
        href: `${base}/collections/documents/items/${hash}`,
      },
    ],
  };
}

export type DocumentReceipt = ReturnType<typeof documentReceipt>;

interface Content {
  readonly source: Readable;
  readonly name: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

async function contentOf(request: FastifyRequest): Promise<Content> {
  if (!request.isMultipart()) {
    const source = request.body as Readable | undefined;
    if (!source) throw new Problem('invalid-body');
    return { source, name: undefined, fields: {} };
  }
  const part = await request.file({ limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 1 } });
  if (!part) throw new Problem('invalid-body');
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    const given = Array.isArray(field) ? field[0] : field;
    if (given?.type === 'field') fields[name] = String(given.value);
  }
  return { source: part.file, name: basename(part.filename ?? '') || undefined, fields };
}
