import type { IncomingHttpHeaders } from 'node:http';
import type { RawQuery } from './parameters.ts';

/** A request that takes nothing but the process itself to answer: anybody reads, and nothing has to be waited for. */
export interface QuickRequest {
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: Readonly<Record<string, string>>;
  /** The query as it came, without its mark, and as it is read. */
  readonly search: string;
  readonly query: RawQuery;
  /** Memory for the body of the answer; it is used again once the answer has left. */
  room(bytes: number): Buffer;
}

export interface QuickAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Uint8Array;
}

/**
 * Answers at once, just as the route of the same path would, or not at all: then that route does. What it throws counts
 * as no answer.
 */
export type QuickHandler = (request: QuickRequest) => QuickAnswer | undefined;

interface QuickRoute {
  readonly pattern: string;
  readonly segments: readonly string[];
  readonly handler: QuickHandler;
}

export interface QuickMatch extends Pick<QuickRoute, 'pattern' | 'handler'> {
  readonly params: Readonly<Record<string, string>>;
}

/** The few paths that are answered before the framework sees the request. */
export class QuickRoutes {
  private readonly routes: QuickRoute[] = [];

  /** @param pattern path whose segments stand for themselves or, after a colon, for a parameter */
  add(pattern: string, handler: QuickHandler): void {
    this.routes.push({ pattern, segments: pattern.split('/'), handler });
  }

  /** The route of a path without its query. Undefined also where a segment is not percent-encoded UTF-8. */
  match(path: string): QuickMatch | undefined {
    const segments = path.split('/');
    for (const { pattern, segments: wanted, handler } of this.routes) {
      if (wanted.length !== segments.length) continue;
      const params = paramsOf(wanted, segments);
      if (params) return { pattern, handler, params };
    }
    return undefined;
  }
}

function paramsOf(wanted: readonly string[], segments: readonly string[]): QuickMatch['params'] | undefined {
  const params: Record<string, string> = {};
  for (let i = 0; i < wanted.length; i++) {
    const name = wanted[i]!;
    const text = segments[i]!;
    if (!name.startsWith(':')) {
      if (name !== text) return undefined;
      continue;
    }
    const value = decoded(text);
    if (value === undefined || value === '') return undefined;
    params[name.slice(1)] = value;
  }
  return params;
}

function decoded(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
