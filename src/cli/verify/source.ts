import { readFileSync } from 'node:fs';
import type { Fetch } from '../../kernel/log/proof/remote-log.ts';
import { Refusal } from '../refusal.ts';
import { sayProof } from './sentences.ts';

/** Waiting longer than this for one resource is giving up. */
const timeoutMs = 30_000;

export function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** JSON of a file or an address. @throws {Refusal} where it cannot be read; undefined where it is no JSON */
export async function readJson(source: string): Promise<unknown> {
  const text = await readText(source);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** @throws {Refusal} where the file or the address cannot be read */
export async function readText(source: string): Promise<string> {
  if (isUrl(source)) return Buffer.from(await download(source)).toString();
  try {
    return readFileSync(source, 'utf8');
  } catch (error) {
    throw unreadable(source, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** Reads what is below the address of a log; `https://host` means the one at `/log`. */
export function logAt(address: string): Fetch {
  const url = new URL(address);
  const path = url.pathname.replace(/\/(checkpoint)?$/, '');
  url.pathname = path.endsWith('/log') ? path : `${path}/log`;
  return async (resource) => {
    const answer = await request(`${url.origin}${url.pathname}/${resource}`);
    if (answer.status === 401 || answer.status === 403) return undefined;
    return await bytesOf(answer);
  };
}

async function download(address: string): Promise<Uint8Array> {
  return await bytesOf(await request(address));
}

async function request(address: string): Promise<Response> {
  try {
    const headers = { accept: 'application/json, text/plain, application/octet-stream' };
    return await fetch(address, { headers, signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    throw unreadable(address, cause?.message || message);
  }
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  if (!answer.ok) throw unreadable(answer.url, `HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function unreadable(source: string, reason: string): Refusal {
  return new Refusal(sayProof('refused.source', { source, reason }));
}
