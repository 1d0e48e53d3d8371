import { Counter, Gauge, type Registry } from 'prom-client';
import sql from 'sql-template-tag';
import type { StoreServices } from './create-services.ts';

/** Metrics of webhooks: how far each is behind, what waits for a person, what attempts come to in this process. */
export function addFeedMetrics(
  registry: Registry,
  { database, deliveries }: Pick<StoreServices, 'database' | 'deliveries'>,
): void {
  const registers = [registry];
  new Gauge({
    name: 'ufuq_webhook_lag_entries',
    help: 'Entries of the log beyond the last one that the webhook was told, or that did not concern it.',
    labelNames: ['webhook', 'state'] as const,
    registers,
    async collect() {
      this.reset();
      const rows = await database.query<{ id: string; state: string; lag: number }>(sql`
        select id, state, greatest(0, (select position from ufuq.head) - cursor) as lag from ufuq.webhook limit 1000`);
      for (const { id, state, lag } of rows) this.set({ webhook: id, state }, Number(lag));
    },
  });
  new Gauge({
    name: 'ufuq_webhook_dead_letters',
    help: 'Events that could not be delivered and wait for a person.',
    registers,
    async collect() {
      const [row] = await database.query<{ n: number }>(
        sql`select count(*) as n from ufuq.dead_letter where state in ('waiting', 'queued')`,
      );
      this.set(Number(row!.n));
    },
  });
  const told = new Map<string, number>();
  new Counter({
    name: 'ufuq_webhook_attempts_total',
    help: 'Attempts to deliver an event, by what became of them.',
    labelNames: ['outcome'] as const,
    registers,
    collect() {
      for (const [outcome, count] of deliveries.counts) {
        this.inc({ outcome }, count - (told.get(outcome) ?? 0));
        told.set(outcome, count);
      }
    },
  });
}
