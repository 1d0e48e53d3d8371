import type { Limits } from '../kernel/config.ts';
import { DatabaseError } from '../kernel/db/database-error.ts';
import { Problem } from '../kernel/errors.ts';

/** Codes of the HTTP framework that mean something to the one who asked. */
function ofFramework(code: string, limits: Limits): Problem | undefined {
  switch (code) {
    case 'FST_ERR_HANDLER_TIMEOUT':
      return new Problem('timeout', { limit: limits.requestSeconds });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body-too-large', { limit: limits.bodyBytes });
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Problem('body-too-large', { limit: limits.importBytes });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new Problem('unsupported-media-type');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('invalid-body');
    case 'FST_ERR_NOT_FOUND':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('not-found');
    default:
      return code.startsWith('FST_ERR_BAD_URL') || code.startsWith('FST_ERR_VALIDATION')
        ? new Problem('bad-request')
        : undefined;
  }
}

/** SQLSTATEs that are about the moment and not about the program. */
function ofDatabase(code: string, limits: Limits): Problem | undefined {
  if (code === '57014') return new Problem('timeout', { limit: limits.requestSeconds }); // query_canceled
  if (code.startsWith('53') || code.startsWith('08') || code.startsWith('57P')) return new Problem('busy');
  return undefined;
}

/** The problem that an error is answered with; whatever is not foreseen is `internal` and says nothing of itself. */
export function toProblem(error: unknown, limits: Limits): Problem {
  if (error instanceof Problem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = error instanceof DatabaseError ? ofDatabase(code, limits) : ofFramework(code, limits);
  if (known !== undefined) return known;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return new Problem(status >= 400 && status < 500 ? 'bad-request' : 'internal');
}
