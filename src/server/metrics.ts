import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import sql from 'sql-template-tag';
import { Problem } from '../kernel/errors.ts';
import { perName } from '../kernel/memo.ts';
import { isLoopback } from './bind-rule.ts';
import type { StoreServices } from './create-services.ts';
import { addFeedMetrics } from './feed-metrics.ts';
import type { Answered } from './request-log.ts';

/** Notes how long a request took. */
export type Observe = (answered: Pick<Answered, 'method' | 'route' | 'status' | 'milliseconds'>) => void;

/** Prometheus metrics: how long requests take by route, how far the log is, how quickly the database answers. */
export function addMetrics(app: FastifyInstance, services: StoreServices): Observe {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'ufuq_http_request_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
    registers: [registry],
  });
  const position = new Gauge({
    name: 'ufuq_log_position',
    help: 'Position of the last entry of the log.',
    registers: [registry],
  });
  const registers = new Gauge({
    name: 'ufuq_registers',
    help: 'Registers that stand.',
    registers: [registry],
  });
  const database = new Gauge({
    name: 'ufuq_database_seconds',
    help: 'Time of one trivial statement, measured as the metrics are read.',
    registers: [registry],
  });

  addFeedMetrics(registry, services);

  const seriesOf = perName((method: string) =>
    perName((route: string) => perName((status: string) => requests.labels(method, route, status))),
  );
  const observe: Observe = ({ method, route, status, milliseconds }) =>
    seriesOf(method)(route)(String(status)).observe(milliseconds / 1000);
  app.addHook(
    'onResponse',
    ({ method, routeOptions }, { statusCode: status, elapsedTime: milliseconds }, done) => {
      observe({ method, route: routeOptions.url ?? 'none', status, milliseconds });
      done();
    },
  );

  app.get('/metrics', async (request, reply) => {
    if (request.caller.kind !== 'administrator' && !isLoopback(request.ip))
      throw new Problem('not-authorised');
    const start = performance.now();
    await services.database.query(sql`select 1`);
    database.set((performance.now() - start) / 1000);
    position.set(await services.reader.position());
    registers.set(services.registry.all().length);
    return await reply.type(registry.contentType).send(await registry.metrics());
  });
  return observe;
}
