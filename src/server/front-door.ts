import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import type { Config } from '../kernel/config.ts';
import { Problem } from '../kernel/errors.ts';
import { problemDocument } from '../kernel/http/problem-document.ts';
import type { ServerState } from './health.ts';

const drainMilliseconds = 15_000;

/**
 * Listens from the first moment, so that a taken port is known at once and a supervisor sees a living process while
 * the store opens; everything but `/health/live` is answered 503 until the application is let in.
 */
export class FrontDoor {
  readonly server: Server;
  readonly #state: ServerState;
  #application: RequestListener | undefined;

  constructor(state: ServerState, limits: Config['limits']) {
    this.#state = state;
    this.server = createServer({
      // The time to send a request; uploads of imports take theirs, so it is no limit of the answer.
      requestTimeout: 3_600_000,
      headersTimeout: Math.min(60_000, (limits.requestSeconds + 1) * 1000),
      keepAliveTimeout: 75_000,
      maxHeaderSize: 16_384,
    });
    this.server.on('request', (request, response) => {
      // A connection that is kept alive would keep a stopping server busy for ever: the next answer is its last.
      if (!this.server.listening) response.shouldKeepAlive = false;
      if (this.#application === undefined) this.#wait(request.url ?? '/', response);
      else this.#application(request, response);
    });
  }

  /** @throws the system's error (EADDRINUSE, EADDRNOTAVAIL, EACCES) where the address cannot be had. */
  async listen(host: string, port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ host, port }, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  /** Listens on a socket that other processes listen on as well. */
  async share(socket: NetServer): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(socket, resolve));
  }

  /** Address that programs on this machine reach the server under. */
  get localUrl(): string {
    const { address, port } = this.server.address() as AddressInfo;
    const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '[::1]' : address;
    return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
  }

  admit(application: RequestListener): void {
    this.#application = application;
  }

  /** Takes no more connections, lets requests under way finish, and cuts off what is not done in 15 seconds. */
  async close(): Promise<void> {
    const timer = setTimeout(() => this.server.closeAllConnections(), drainMilliseconds);
    try {
      await new Promise<void>((resolve) => {
        this.server.close(() => resolve());
        this.server.closeIdleConnections();
      });
    } finally {
      clearTimeout(timer);
    }
  }

  #wait(url: string, response: ServerResponse): void {
    const isLive = url.split('?')[0] === '/health/live';
    const body = isLive
      ? { status: 'live', instance: this.#state.instance }
      : problemDocument(new Problem('not-ready'), 'en');
    response.writeHead(isLive ? 200 : 503, {
      'content-type': isLive ? 'application/json' : 'application/problem+json',
      'cache-control': 'no-store',
      ...(!isLive && { 'retry-after': '2' }),
    });
    response.end(JSON.stringify(body));
  }
}
