import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../kernel/config.ts';
import type { Position } from '../kernel/log/entry.ts';
import { PlannedReader } from '../kernel/snapshot/planned-reader.ts';
import { type SnapshotOptions, SnapshotStore } from '../kernel/snapshot/snapshot-store.ts';
import type { StoreServices } from './create-services.ts';

export interface Memory {
  readonly services: StoreServices;
  readonly store: SnapshotStore;
}

/** The same services with a reader that answers from packed copies what it can, and the copies themselves. */
export async function answerFromMemory(
  { data, database: url, snapshotMemory }: Config,
  services: StoreServices,
  options: Pick<SnapshotOptions, 'logger' | 'packs' | 'onPacked' | 'onMissing'> = {},
): Promise<Memory> {
  const { database, registry, clock } = services;
  const folder = join(data, 'snapshots');
  const cacheBytes = snapshotMemory * 2 ** 20;
  const store = new SnapshotStore({ database, registry, folder, url, cacheBytes, ...options });
  await store.start();
  const reader = new PlannedReader({ sql: services.reader, store, registry, clock });
  return { services: { ...services, reader }, store };
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whoever has written reads it: an answer to a write leaves once the copies of this process, and of those that read
 * beside it, have taken up what it committed.
 */
export function addReadYourWrites(
  app: FastifyInstance,
  store: SnapshotStore,
  others: (position: Position) => Promise<void>,
): void {
  const reach = async () => {
    await store.catchUp();
    await others(store.position);
  };
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reading.has(request.method) || reply.statusCode >= 400) return done(null, payload);
    reach().then(() => done(null, payload), done);
  });
}
