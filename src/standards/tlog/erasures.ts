import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type Violation } from '../../kernel/errors.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { erasePayload } from '../../kernel/log/proof/erasure.ts';
import type { Services } from '../../kernel/services.ts';

/**
 * `POST /log/erasures`: has the body of an entry erased, `{position, legalBasis, reason}`, by the administrator. Answers
 * with the position of the entry that says so. @throws {Problem} what `erasePayload` throws
 */
export function erasuresHandler(services: Services, onErased: () => Promise<unknown> = async () => {}) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = callerOf(request);
    if (caller.kind !== 'administrator') throw new Problem('not-authorised');
    if (typeof request.body !== 'object' || request.body === null) throw new Problem('invalid-body');
    const { position, legalBasis, reason } = request.body as Record<string, unknown>;
    const violations: Violation[] = [];
    if (!Number.isSafeInteger(position)) violations.push(missing('position'));
    if (!isSaid(legalBasis)) violations.push(missing('legalBasis'));
    if (!isSaid(reason)) violations.push(missing('reason'));
    if (violations.length > 0) throw new Problem('invalid-body', {}, violations);
    const entry = await erasePayload(services, {
      position: position as number,
      legalBasis: String(legalBasis),
      reason: String(reason),
      actor: caller.name,
    });
    await onErased();
    return sendJson(reply.code(201), 'application/json', { position, entry });
  };
}

const isSaid = (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.isWellFormed();

function missing(field: string): Violation {
  return { pointer: `/${field}`, code: 'required', params: { field } };
}
