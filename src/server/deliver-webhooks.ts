import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import { type Deliverer, openDeliverer } from '../kernel/webhooks/deliverer.ts';
import type { StoreServices } from './create-services.ts';

/** Delivers webhooks from now until it is stopped, beside any other process on the same database. */
export function deliverWebhooks(
  { webhookTargets }: Pick<Config, 'webhookTargets'>,
  { database, registry, clock, watch, deliveries }: StoreServices,
  logger?: Logger,
): Deliverer {
  const deliverer = openDeliverer({
    database,
    registry,
    clock,
    watch,
    policy: webhookTargets,
    timeoutMs: 10_000,
    firstRetryMs: 5_000,
    onAttempt: (_, outcome) => deliveries.count(outcome),
    ...(logger && { logger }),
  });
  deliverer.start();
  return deliverer;
}
