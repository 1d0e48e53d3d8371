import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Config } from '../kernel/config.ts';
import { BufferPool } from '../kernel/http/buffer-pool.ts';
import { baseUnder } from '../kernel/http/links.ts';
import type { RawQuery } from '../kernel/http/parameters.ts';
import type { QuickAnswer, QuickMatch, QuickRequest, QuickRoutes } from '../kernel/http/quick-routes.ts';
import { readQuery } from './query-text.ts';
import { type Answered, requestId } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

export interface QuickDoorOptions {
  readonly config: Pick<Config, 'publicUrl' | 'trustProxy'>;
  readonly routes: QuickRoutes;
  /** What answers everything else. */
  readonly application: RequestListener;
  readonly onAnswered: (answered: Answered) => void;
}

/** Longer ones are left to the application, which says how long they may be. */
const longestUrl = 4_000;

/**
 * Stands before the framework and answers by itself what can be answered at once: what the framework does for a request
 * takes several times as long as finding a record in memory. Everything else goes on to the application, also what turns
 * out to be wrong, so that there is one place where refusals are made.
 */
export class QuickDoor {
  private readonly options: QuickDoorOptions;
  private readonly always: readonly string[];
  private readonly pool = new BufferPool();

  constructor(options: QuickDoorOptions) {
    this.options = options;
    this.always = Object.entries(securityHeaders(options.config)).flat();
  }

  readonly answer: RequestListener = (request, response) => {
    const begun = performance.now();
    const url = request.url!;
    const mark = url.indexOf('?');
    const match = this.isPlain(request)
      ? this.options.routes.match(mark < 0 ? url : url.slice(0, mark))
      : undefined;
    const taken: Buffer[] = [];
    const answer = match && this.ask(match, request, mark < 0 ? '' : url.slice(mark + 1), taken);
    if (answer) this.send(answer, { request, response, route: match.pattern, begun, taken });
    else this.options.application(request, response);
  };

  /** Whether nothing about the request asks for more than its URL and its preferences say. */
  private isPlain({ method, url, headers }: IncomingMessage): boolean {
    if (method !== 'GET' || headers.authorization !== undefined || url!.length > longestUrl) return false;
    if (headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined) return false;
    // Which of the proxy's words count, the application knows.
    const isForwarded =
      headers['x-forwarded-host'] !== undefined || headers['x-forwarded-proto'] !== undefined;
    const { trustProxy, publicUrl } = this.options.config;
    return !isForwarded || !trustProxy || publicUrl !== undefined;
  }

  private ask(
    { handler, params }: QuickMatch,
    { headers }: IncomingMessage,
    search: string,
    taken: Buffer[],
  ): QuickAnswer | undefined {
    const base = baseUnder(this.options.config, headers.host ?? '', 'http');
    if (base === undefined) return undefined;
    const room = (bytes: number) => {
      const buffer = this.pool.take(bytes);
      taken.push(buffer);
      return buffer;
    };
    try {
      return handler(new Asked({ base, headers, params, search, room }));
    } catch {
      // The application comes to the same end, and knows how to tell it.
      return undefined;
    }
  }

  private send({ status, headers, body }: QuickAnswer, sending: Sending): void {
    const { request, response, route, begun, taken } = sending;
    const id = requestId(request);
    const lines = [...this.always, 'x-request-id', id, ...headers];
    if (body) lines.push('content-length', body.length);
    response.writeHead(status, STATUS_CODES[status], lines as string[]);
    response.end(body, () => {
      for (const buffer of taken) this.pool.give(buffer);
      const { method, url } = request as { method: string; url: string };
      this.options.onAnswered({ id, method, url, route, status, milliseconds: performance.now() - begun });
    });
  }
}

interface Sending {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: string;
  readonly begun: number;
  readonly taken: readonly Buffer[];
}

/** A request as it came; its query is read when it is asked for, since what follows from it may be remembered. */
class Asked implements QuickRequest {
  readonly base: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: QuickRequest['params'];
  readonly search: string;
  readonly room: QuickRequest['room'];
  private read: RawQuery | undefined;

  constructor({ base, headers, params, search, room }: Omit<QuickRequest, 'query'>) {
    this.base = base;
    this.headers = headers;
    this.params = params;
    this.search = search;
    this.room = room;
  }

  get query(): RawQuery {
    this.read ??= readQuery(this.search);
    return this.read;
  }
}
