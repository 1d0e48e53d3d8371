import type { FastifyInstance, FastifyRequest } from 'fastify';
import { schemaVersion } from '../../kernel/db/migrate.ts';
import { Problem } from '../../kernel/errors.ts';
import type { Services } from '../../kernel/services.ts';
import { listRegisters } from './register-list.ts';
import { checkStore } from './store-checks.ts';

async function onlyAdministrator(request: FastifyRequest): Promise<void> {
  if (request.caller.kind !== 'administrator') throw new Problem('not-authorised');
}

/** What the command line asks of a running server; for the administrator alone. */
export function addOperation(app: FastifyInstance, services: Services): void {
  const options = { onRequest: onlyAdministrator };
  app.get('/operation/registers', options, async () => ({ registers: await listRegisters(services) }));
  app.get<{ Params: { id: string } }>('/operation/registers/:id', options, async (request) =>
    services.registry.require(request.params.id),
  );
  app.get('/operation/schema', options, async () => ({ version: await schemaVersion(services.database) }));
  app.get('/operation/checks', options, async () => ({ checks: await checkStore(services) }));
}
