import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import '../../kernel/http/request.ts'; // declares `request.caller`

/** Hook of routes that nobody but the administrator may use; runs before the body is read. */
export async function onlyAdministrator(request: FastifyRequest): Promise<void> {
  if (request.caller.kind !== 'administrator') throw new Problem('not-authorised');
}
