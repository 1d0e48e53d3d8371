import { systemClock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import type { Database } from '../kernel/db/database.ts';
import type { Documents } from '../kernel/documents/documents.ts';
import { openDocuments } from '../kernel/documents/open-documents.ts';
import { LogWatch } from '../kernel/log/follow/log-watch.ts';
import { LogWriter } from '../kernel/log/log-writer.ts';
import { SqlReader } from '../kernel/query/sql-reader.ts';
import { StoredRegistry } from '../kernel/register/stored-registry.ts';
import type { Services } from '../kernel/services.ts';
import { DeliveryMeter } from '../kernel/webhooks/delivery-meter.ts';
import { registers } from '../registers/index.ts';
import type { OnProgress } from './progress.ts';

export interface StoreServices extends Services {
  readonly registry: StoredRegistry;
  readonly watch: LogWatch;
  readonly deliveries: DeliveryMeter;
  readonly documents: Documents;
}

/** Puts the kernel together over an open, migrated database. */
export async function createServices(
  config: Config,
  database: Database,
  onProgress: OnProgress = () => {},
): Promise<StoreServices> {
  const clock = systemClock;
  onProgress({ stage: 'registers', total: registers.length });
  const registry = await StoredRegistry.open(database, registers, clock);
  const reader = new SqlReader({ database, registry, clock });
  const writer = new LogWriter({
    database,
    registry,
    clock,
    limits: { maxVertices: config.limits.geometryVertices },
  });
  return {
    database,
    registry,
    reader,
    writer,
    clock,
    watch: new LogWatch(database),
    deliveries: new DeliveryMeter(),
    documents: openDocuments(config),
  };
}

/**
 * Keeps the registers in step with other processes on the same database: one that a command line or another server
 * makes is answered here a moment later. Returns what stops that.
 */
export async function followRegisters({ database, registry }: StoreServices): Promise<() => Promise<void>> {
  return await database.listen('ufuq_register', () => {
    // What cannot be read now is read at the next notice, or as the connection comes back.
    registry.load().catch(() => {});
  });
}
