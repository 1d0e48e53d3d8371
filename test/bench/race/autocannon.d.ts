/** The part of autocannon 9 that the races use. */
declare module 'autocannon' {
  interface Client {
    setRequests(requests: readonly { readonly method: string; readonly path: string }[]): void;
  }
  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly duration: number;
    readonly latency: { readonly average: number; readonly p50: number; readonly p99: number };
    readonly throughput: { readonly total: number };
  }
  export default function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    readonly amount?: number;
    readonly duration?: number;
    readonly timeout?: number;
    setupClient?(client: Client): void;
  }): Promise<Result>;
}
