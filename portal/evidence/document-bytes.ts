import { RequestError } from '../api/problem.ts';
import { sessionState } from '../session/session.ts';

export function documentPath(hash: string): string {
  return `/documents/${hash}`;
}

/** Headers that show who asks, for requests that the portal does not make itself. */
export function authorization(): Record<string, string> {
  const token = sessionState().session?.token;
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** All bytes of a document. @throws RequestError */
export async function fetchDocument(hash: string, signal?: AbortSignal): Promise<Blob> {
  const response = await fetch(documentPath(hash), {
    headers: authorization(),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError(0);
  });
  if (!response.ok) throw new RequestError(response.status);
  return await response.blob();
}

/**
 * SHA-256 of bytes behind their salt (hexadecimal), computed in this browser and by nobody else. Undefined where the browser has no WebCrypto, which is so
 * on addresses that are neither https nor this machine.
 */
export async function hashOf(bytes: Blob, salt = ''): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const before = Uint8Array.from(salt.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const digest = await crypto.subtle.digest('SHA-256', await new Blob([before, bytes]).arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Saves bytes as a file under the name that the document came with. */
export function saveAs(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
