import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { acceptCosignatures, addWitness } from '../../kernel/log/proof/cosignature.ts';
import type { Services } from '../../kernel/services.ts';

/** The body of a request as the text that it is. */
function textOf(request: FastifyRequest): string {
  if (typeof request.body !== 'string')
    throw new Problem('unsupported-media-type', { value: '', allowed: 'text/plain' });
  return request.body;
}

/**
 * `POST /log/cosignatures`: a checkpoint's note with the lines of witnesses (C2SP tlog-cosignature). Anyone may bring
 * them, since they verify or are passed over; only witnesses that the administrator has named count.
 */
export function cosignaturesHandler(services: Services) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const accepted = await acceptCosignatures(services, textOf(request));
    return sendJson(reply, 'application/json', { accepted });
  };
}

/** `POST /log/witnesses`: names a witness by its verifier key, for the administrator. */
export function witnessesHandler(services: Services) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (callerOf(request).kind !== 'administrator') throw new Problem('not-authorised');
    if (!(await addWitness(services, textOf(request).trim()))) throw new Problem('invalid-body');
    return reply.code(204).send();
  };
}
