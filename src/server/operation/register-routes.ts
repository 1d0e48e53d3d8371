import type { FastifyInstance } from 'fastify';
import { readDeclaration } from '../../kernel/register/declaration-schema.ts';
import type { Services } from '../../kernel/services.ts';
import { onlyAdministrator } from './only-administrator.ts';
import { listRegisters } from './register-list.ts';

type WithId = { Params: { id: string } };

/** Registers as their administrator sees them: list, look at one, declare one at run time, drop one. */
export function addRegisterRoutes(app: FastifyInstance, services: Services): void {
  const options = { onRequest: onlyAdministrator };
  app.get('/operation/registers', options, async () => ({ registers: await listRegisters(services) }));
  app.get<WithId>('/operation/registers/:id', options, async (request) =>
    services.registry.require(request.params.id),
  );
  app.post('/operation/registers', options, async (request, reply) => {
    const register = await services.registry.create(readDeclaration(request.body), request.caller.name);
    return reply
      .code(201)
      .header('location', `/collections/${encodeURIComponent(register.id)}`)
      .send(register);
  });
  app.delete<WithId>('/operation/registers/:id', options, async (request) => {
    await services.registry.drop(request.params.id, request.caller.name);
    return { dropped: request.params.id };
  });
}
