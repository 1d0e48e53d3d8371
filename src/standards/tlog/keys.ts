import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type Violation } from '../../kernel/errors.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import type { LogProof } from '../../kernel/log/proof/log-proof.ts';
import { formatVerifierKey } from '../../kernel/log/proof/verifier-key.ts';

const json = 'application/json';
/** Hours that two keys may sign beside one another: none, up to a year. */
const mostOverlapHours = 8_760;

/** `POST /log/keys`: makes a new key, `{overlapHours}`, 24 by default; for the administrator. */
export function rotationHandler(proof: LogProof) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { overlapHours } = bodyOf(request);
    const isRight =
      overlapHours === undefined ||
      (typeof overlapHours === 'number' && overlapHours >= 0 && overlapHours <= mostOverlapHours);
    if (!isRight)
      throw new Problem('invalid-body', {}, [
        {
          pointer: '/overlapHours',
          code: 'count',
          params: { value: String(overlapHours), minimum: 0, maximum: mostOverlapHours },
        },
      ]);
    const { verifier } = await proof.rotate(overlapHours as number | undefined);
    return sendJson(reply.code(201), json, { vkey: formatVerifierKey(verifier), id: verifier.id });
  };
}

/**
 * `POST /log/restorations`: says in the log that signed entries are lost for good, `{legalBasis, reason}`, so that a store
 * that was put back can be signed again; for the administrator. @throws {Problem} `conflict` where nothing is lost
 */
export function restorationsHandler(proof: LogProof) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { legalBasis, reason } = bodyOf(request);
    const violations: Violation[] = Object.entries({ legalBasis, reason }).flatMap(([field, value]) =>
      typeof value === 'string' && value.trim() !== '' && value.isWellFormed()
        ? []
        : [{ pointer: `/${field}`, code: 'required', params: { field } }],
    );
    if (violations.length > 0) throw new Problem('invalid-body', {}, violations);
    const position = await proof.acceptRestoration({
      actor: callerOf(request).name,
      legalBasis: String(legalBasis),
      reason: String(reason),
    });
    return sendJson(reply.code(201), json, { position });
  };
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
  if (callerOf(request).kind !== 'administrator') throw new Problem('not-authorised');
  const body = request.body ?? {};
  if (typeof body !== 'object') throw new Problem('invalid-body');
  return body as Record<string, unknown>;
}
