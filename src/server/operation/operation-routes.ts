import type { FastifyInstance } from 'fastify';
import { schemaVersion } from '../../kernel/db/migrate.ts';
import type { StoreServices } from '../create-services.ts';
import { onlyAdministrator } from './only-administrator.ts';
import { addRebuild } from './rebuild-route.ts';
import { addRegisterRoutes } from './register-routes.ts';
import { checkStore } from './store-checks.ts';

/** Every document is read for it. */
const checksMs = 86_400_000;

/** What the command line asks of a running server; for the administrator alone. */
export function addOperation(app: FastifyInstance, services: StoreServices, folder: string): void {
  const options = { onRequest: onlyAdministrator };
  addRegisterRoutes(app, services);
  app.get('/operation/session', options, async ({ caller }) => ({ kind: caller.kind, name: caller.name }));
  app.get('/operation/schema', options, async () => ({ version: await schemaVersion(services.database) }));
  addRebuild(app, services);
  app.get('/operation/checks', { ...options, handlerTimeout: checksMs }, async () => ({
    checks: await checkStore(services, folder),
  }));
}
