import { readAdminToken, tokenPath } from '../server/data-folder/admin-token.ts';
import { type LockHolder, lockHolder } from '../server/data-folder/lock.ts';
import { Refusal } from './refusal.ts';
import { say, terminalLanguage } from './say.ts';

/** A running server, asked as its administrator. */
export class ServerClient {
  readonly url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.#token = token;
  }

  /** Sends a request to a path of the server; the answer may be a refusal. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.#token}`);
    if (!headers.has('accept')) headers.set('accept', 'application/json');
    headers.set('accept-language', terminalLanguage());
    return await fetch(new URL(path, `${this.url}/`), { ...init, headers });
  }

  /** JSON that a path answers with. @throws {Refusal} with what the server's problem says */
  async json<Answer>(path: string, init?: RequestInit): Promise<Answer> {
    const response = await this.request(path, init);
    if (response.ok) return (await response.json()) as Answer;
    throw await refusalOf(response);
  }
}

/** The refusal that a problem of the server is on the command line. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => ({}))) as {
    detail?: string;
    errors?: { pointer: string; detail: string }[];
  };
  const lines = (problem.errors ?? []).map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  return new Refusal(
    [say('refused.server-problem', { detail: problem.detail ?? `HTTP ${response.status}` }), ...lines].join(
      '\n',
    ),
  );
}

/** Whether it is the very server of the lock that answers at its address. */
async function answers({ url, instance }: LockHolder): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(3000) });
    return ((await response.json()) as { instance?: string }).instance === instance;
  } catch {
    return false;
  }
}

/**
 * The server that runs on a data folder; undefined where there is none.
 * @throws {Refusal} where somebody has the folder who does not answer, or the token is missing
 */
export async function findServer(folder: string): Promise<ServerClient | undefined> {
  const holder = lockHolder(folder);
  if (holder === undefined) return undefined;
  const pid = String(holder.pid);
  if (holder.purpose !== 'server') throw new Refusal(say('refused.folder-verb', { folder, pid }));
  if (holder.url === undefined || !(await answers(holder)))
    throw new Refusal(say('refused.server-silent', { folder, pid, url: holder.url ?? '' }));
  const token = readAdminToken(folder);
  if (token === undefined) throw new Refusal(say('refused.token', { path: tokenPath(folder) }));
  return new ServerClient(holder.url, token);
}
