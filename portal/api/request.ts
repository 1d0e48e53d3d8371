import type { Language } from '../../src/kernel/i18n/language.ts';
import { type ProblemDocument, RequestError } from './problem.ts';

export interface Ask {
  readonly language: Language;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/**
 * The one way in which the portal asks the server: the same URL that a person sees, in another format.
 * @throws RequestError for refusals (with the server's problem document) and when nothing answers (status 0).
 */
export async function requestJson<T>(path: string, ask: Ask): Promise<T> {
  const response = await fetch(path, {
    headers: { accept: ask.accept ?? 'application/json', 'accept-language': ask.language },
    ...(ask.signal === undefined ? {} : { signal: ask.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError(0);
  });
  if (!response.ok) throw new RequestError(response.status, await problemOf(response));
  return (await response.json()) as T;
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
