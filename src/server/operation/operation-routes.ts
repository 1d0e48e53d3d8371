import type { FastifyInstance } from 'fastify';
import { schemaVersion } from '../../kernel/db/migrate.ts';
import type { Services } from '../../kernel/services.ts';
import { addBatches } from './batch-route.ts';
import { onlyAdministrator } from './only-administrator.ts';
import { listRegisters } from './register-list.ts';
import { checkStore } from './store-checks.ts';

/** What the command line asks of a running server; for the administrator alone. */
export function addOperation(app: FastifyInstance, services: Services): void {
  const options = { onRequest: onlyAdministrator };
  app.get('/operation/registers', options, async () => ({ registers: await listRegisters(services) }));
  app.get<{ Params: { id: string } }>('/operation/registers/:id', options, async (request) =>
    services.registry.require(request.params.id),
  );
  app.get('/operation/schema', options, async () => ({ version: await schemaVersion(services.database) }));
  addBatches(app, services);
  app.get('/operation/checks', options, async () => ({ checks: await checkStore(services) }));
}
