import type { Language } from '../../src/kernel/i18n/language.ts';
import { sessionState, signInAgain } from '../session/session.ts';
import { type ProblemDocument, RequestError } from './problem.ts';

export interface Ask {
  readonly language: Language;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/** An act that writes, or that tries out a writing. */
export interface Act extends Ask {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Becomes JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The one way in which the portal asks the server: the same URL that a person sees, in another format.
 * @throws RequestError for refusals (with the server's problem document) and when nothing answers (status 0).
 */
export async function requestJson<T>(path: string, ask: Ask): Promise<T> {
  const response = await request(path, ask, {});
  return (await response.json()) as T;
}

/**
 * The one way in which the portal writes. Resolves to the answer's JSON, undefined where it has none. An answer of
 * 401 or 403 opens the sign-in dialog.
 * @throws RequestError as `requestJson` does.
 */
export async function sendJson<T>(path: string, act: Act): Promise<T> {
  const { method, body, contentType = 'application/json', headers } = act;
  const response = await request(path, act, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': contentType }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return (isJson ? await response.json() : undefined) as T;
}

async function request(path: string, ask: Ask, init: RequestInit): Promise<Response> {
  const token = sessionState().session?.token;
  const response = await fetch(path, {
    ...init,
    headers: {
      ...init.headers,
      accept: ask.accept ?? 'application/json',
      'accept-language': ask.language,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(ask.signal === undefined ? {} : { signal: ask.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError(0);
  });
  if (response.ok) return response;
  const isAct = init.method !== undefined;
  if ([401, 403].includes(response.status) && (isAct || token !== undefined)) signInAgain(token);
  throw new RequestError(response.status, await problemOf(response));
}

async function problemOf(response: Response): Promise<ProblemDocument | undefined> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return undefined;
  return (await response.json().catch(() => undefined)) as ProblemDocument | undefined;
}

/** Path of the API from segments that may hold any character, with query parameters; `undefined` ones are left out. */
export function apiPath(
  segments: readonly string[],
  parameters: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const path = `/${segments.map(encodeURIComponent).join('/')}`;
  return query.size > 0 ? `${path}?${query}` : path;
}
