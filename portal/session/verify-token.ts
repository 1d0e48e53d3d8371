import { RequestError } from '../api/problem.ts';
import type { Session } from './session.ts';

/**
 * Asks the server whose token this is; undefined where it is nobody's.
 * @throws RequestError (status 0) where the server does not answer, and for answers that say nothing of the token.
 */
export async function verifyToken(token: string): Promise<Session | undefined> {
  // A header cannot carry other characters, and no token has them.
  if (!/^[\w~+/.-]+=*$/.test(token)) return undefined;
  const response = await fetch('/operation/session', {
    headers: { accept: 'application/json', authorization: `Bearer ${token}` },
  }).catch(() => undefined);
  if (response === undefined) throw new RequestError(0);
  if (response.status === 401 || response.status === 403) return undefined;
  if (!response.ok) throw new RequestError(response.status);
  const { name } = (await response.json()) as { name: string };
  return { token, name };
}
