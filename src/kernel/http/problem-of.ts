import type { FastifyRequest } from 'fastify';
import type { Limits } from '../config.ts';
import { DatabaseError } from '../db/database-error.ts';
import { Problem } from '../errors.ts';
import { FilterError } from '../query/filter-error.ts';

/** The problem that an error is answered with; what nobody foresaw is `internal` and says nothing of itself. */
export function problemOf(error: unknown, request: FastifyRequest, limits: Limits): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof FilterError) return problemOfFilter(error);
  if (error instanceof DatabaseError) return ofDatabase(error.code, limits) ?? new Problem('internal');
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const known = ofFramework(String(code ?? ''), request, limits);
  if (known) return known;
  return new Problem(
    statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'bad-request' : 'internal',
  );
}

/** Puts the parameter in front of pointers into a filter. */
export function problemOfFilter(error: FilterError, parameter = 'filter'): Problem {
  return new Problem(
    'invalid-filter',
    {},
    error.violations.map((violation) => ({
      ...violation,
      pointer: `parameter:${parameter}${violation.pointer ? `#${violation.pointer}` : ''}`,
    })),
  );
}

function ofFramework(code: string, request: FastifyRequest, limits: Limits): Problem | undefined {
  switch (code) {
    case 'FST_ERR_HANDLER_TIMEOUT':
      return new Problem('timeout', { limit: limits.requestSeconds });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body-too-large', { limit: limits.bodyBytes });
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Problem('body-too-large', { limit: limits.importBytes });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return unknownMediaType(request);
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('invalid-body');
    case 'FST_ERR_NOT_FOUND':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('not-found');
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_ASYNC_CONSTRAINT':
      return new Problem('bad-request', { reason: 'address' });
    default:
      return undefined;
  }
}

/** A body without a type is a malformed request (OGC 20-002, `post-content-type`); one of a type unknown here is 415. */
export function unknownMediaType(request: FastifyRequest, allowed = taken(request)): Problem {
  if (!request.headers['content-type']) return new Problem('bad-request', { reason: 'contentType' });
  return new Problem('unsupported-media-type', {
    value: request.headers['content-type'].slice(0, 80),
    allowed,
  });
}

const mediaTypes = [
  'application/geo+json',
  'application/json',
  'application/merge-patch+json',
  'multipart/form-data',
  'text/plain',
];

/** Media types that are taken where the request goes. */
function taken({ server }: FastifyRequest): string {
  return mediaTypes.filter((type) => server.hasContentTypeParser(type)).join(', ');
}

/** SQLSTATEs that are about the moment or about a value that the database cannot take, not about the program. */
function ofDatabase(code: string, limits: Limits): Problem | undefined {
  if (code === '57014') return new Problem('timeout', { limit: limits.requestSeconds });
  if (/^(53|08|57P)/.test(code)) return new Problem('busy');
  if (code.startsWith('22')) return new Problem('bad-request', { reason: 'value' });
  return undefined;
}
