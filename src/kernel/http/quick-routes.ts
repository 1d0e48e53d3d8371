import type { IncomingHttpHeaders } from 'node:http';
import type { RawQuery } from './parameters.ts';

/** A request that takes nothing but the process itself to answer: anybody reads, and nothing has to be waited for. */
export interface QuickRequest {
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
  readonly headers: IncomingHttpHeaders;
  /** Values of the path's parameters in their order, decoded. */
  readonly params: readonly string[];
  /** The query as it came, without its mark, and as it is read. */
  readonly search: string;
  readonly query: RawQuery;
  /** Memory for the body of the answer; it is used again once the answer has left. */
  room(bytes: number): Buffer;
}

export interface QuickAnswer {
  readonly status: 200 | 304;
  /** Names and values in turn. */
  readonly headers: readonly (string | number)[];
  readonly body?: Uint8Array;
}

/**
 * Answers at once, just as the route of the same path would, or not at all: then that route does. What it throws counts
 * as no answer.
 */
export type QuickHandler = (request: QuickRequest) => QuickAnswer | undefined;

interface QuickRoute {
  readonly pattern: string;
  /** Undefined for a parameter. */
  readonly segments: readonly (string | undefined)[];
  readonly handler: QuickHandler;
}

export interface QuickMatch extends Pick<QuickRoute, 'pattern' | 'handler'> {
  readonly params: readonly string[];
}

/** The few paths that are answered before the framework sees the request. */
export class QuickRoutes {
  private readonly routes: QuickRoute[] = [];

  /** @param pattern path whose segments stand for themselves or, after a colon, for a parameter */
  add(pattern: string, handler: QuickHandler): void {
    const segments = pattern.split('/').map((text) => (text.startsWith(':') ? undefined : text));
    this.routes.push({ pattern, segments, handler });
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

function paramsOf(
  wanted: QuickRoute['segments'],
  segments: readonly string[],
): QuickMatch['params'] | undefined {
  const params: string[] = [];
  for (let i = 0; i < wanted.length; i++) {
    const text = segments[i]!;
    if (wanted[i] !== undefined) {
      if (wanted[i] !== text) return undefined;
      continue;
    }
    const value = decoded(text);
    if (value === undefined || value === '') return undefined;
    params.push(value);
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
