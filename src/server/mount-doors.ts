import type { FastifyInstance } from 'fastify';
import type { HttpSettings } from '../kernel/http/settings.ts';
import { featuresPlugin } from '../standards/features/plugin.ts';
import { searchPlugin } from '../standards/search/plugin.ts';
import { tlogPlugin } from '../standards/tlog/plugin.ts';
import type { StoreServices } from './create-services.ts';
import { addOperation } from './operation/operation-routes.ts';
import { transferPlugin } from './transfer/transfer-plugin.ts';

/** Every standard that the server answers by, and the doors for its operators. */
export async function mountDoors(
  app: FastifyInstance,
  services: StoreServices,
  settings: HttpSettings,
  workFolder: string,
): Promise<void> {
  addOperation(app, services);
  await app.register(featuresPlugin, { services, settings });
  await app.register(searchPlugin, { services, settings });
  await app.register(tlogPlugin, { services });
  await app.register(transferPlugin, { services, settings, workFolder });
}
