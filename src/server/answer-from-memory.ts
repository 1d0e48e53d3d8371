import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import { PlannedReader } from '../kernel/snapshot/planned-reader.ts';
import { SnapshotStore } from '../kernel/snapshot/snapshot-store.ts';
import type { StoreServices } from './create-services.ts';

/** The same services with a reader that answers from packed copies what it can, and the copies themselves. */
export async function answerFromMemory(
  { data, database: url }: Config,
  services: StoreServices,
  logger?: Logger,
): Promise<{ readonly services: StoreServices; readonly store: SnapshotStore }> {
  const { database, registry, clock } = services;
  const folder = join(data, 'snapshots');
  const store = new SnapshotStore({ database, registry, folder, url, logger });
  await store.start();
  const reader = new PlannedReader({ sql: services.reader, store, registry, clock });
  return { services: { ...services, reader }, store };
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whoever has written reads it: an answer to a write leaves once the copies have taken up what it committed. */
export function addReadYourWrites(app: FastifyInstance, store: SnapshotStore): void {
  app.addHook('onSend', async (request, reply) => {
    if (reading.has(request.method) || reply.statusCode >= 400) return;
    await store.catchUp();
  });
}
