import { randomUUID } from 'node:crypto';
import type { LogWatch } from '../log/follow/log-watch.ts';
import { headOf } from '../log/head.ts';
import type { Logger } from '../logger.ts';
import { type Claim, claim, release } from './claim.ts';
import { type DeliveryOptions, deliver } from './deliver.ts';

export interface DelivererOptions extends Omit<DeliveryOptions, 'signal' | 'leaseMs'> {
  readonly watch: LogWatch;
  readonly logger?: Pick<Logger, 'error'>;
  /** Webhooks that this process delivers for at a time. */
  readonly concurrency?: number;
}

export interface Deliverer {
  start(): void;
  /** Breaks off what is under way; nothing that was taken is lost, and what was not is sent again later. */
  stop(): Promise<void>;
}

/** Retries fall due by the clock, not by commits: how often to look. */
const lookMs = 1_000;
const patienceMs = 20_000;

/** Delivers webhooks as the log grows. Any number of processes may run one: each takes webhooks that nobody else has. */
export function openDeliverer({ watch, logger, concurrency = 8, ...options }: DelivererOptions): Deliverer {
  const stopping = new AbortController();
  const owner = randomUUID();
  const leaseMs = options.timeoutMs + patienceMs;
  const { database } = options;
  const active = new Set<Promise<void>>();
  let running: Promise<void> | undefined;

  async function work(claimed: Claim): Promise<void> {
    try {
      await deliver(claimed, { ...options, leaseMs, signal: stopping.signal });
    } catch (error) {
      logger?.error({ err: error, webhook: claimed.webhook.id }, 'webhook not delivered');
    }
    await release(database, claimed).catch(() => {});
  }

  async function round(): Promise<void> {
    const head = await headOf(database);
    while (active.size < concurrency && !stopping.signal.aborted) {
      const claimed = await claim(database, owner, leaseMs);
      if (!claimed) break;
      const task: Promise<void> = work(claimed).finally(() => active.delete(task));
      active.add(task);
    }
    await watch.beyond(head, lookMs, stopping.signal);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted && !watch.isClosed) {
      await round().catch(async (error) => {
        logger?.error({ err: error }, 'webhooks are not being delivered');
        await new Promise((resolve) => setTimeout(resolve, lookMs));
      });
    }
    await Promise.all(active);
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
