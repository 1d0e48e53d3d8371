import autocannon from 'autocannon';
import { hasWrk, loadByWrk } from './wrk.ts';

/** What a run measured; milliseconds, and bytes of bodies and heads an answer. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
  readonly failed: number;
}

export interface LoadOptions {
  readonly connections: number;
  /** Seconds to go on for; without them each path is asked for once. */
  readonly seconds?: number;
}

/** Sends paths over several connections, as fast as the answers come: by wrk where it is installed and a time is set. */
export async function load(
  base: string,
  paths: readonly string[],
  { connections: most, seconds }: LoadOptions,
): Promise<Figures> {
  const connections = Math.min(most, paths.length);
  if (seconds !== undefined && hasWrk) return await loadByWrk(base, paths, { connections, seconds });
  let next = 0;
  const started = performance.now();
  const result = await autocannon({
    url: base,
    connections,
    ...(seconds === undefined ? { amount: paths.length } : { duration: seconds }),
    timeout: 60,
    setupClient(client) {
      const own = paths.filter((_, index) => index % connections === next);
      next++;
      client.setRequests(own.map((path) => ({ method: 'GET', path })));
    },
  });
  // The generator ends on a full second; each connection was busy for as long as its answers took.
  const busy = (result.latency.average * result['2xx']) / connections / 1000;
  const elapsed =
    seconds === undefined ? Math.min(busy, (performance.now() - started) / 1000) : result.duration;
  const answered = result['2xx'];
  return {
    perSecond: answered / elapsed,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: answered === 0 ? 0 : result.throughput.total / answered,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
