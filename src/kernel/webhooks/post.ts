import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { retryAfterMs } from './backoff.ts';
import { guardedLookup, PrivateTargetError, type TargetPolicy, targetFault } from './target-guard.ts';

/** What became of one attempt. */
export interface Outcome {
  /** Undefined where the receiver took the event. */
  readonly failure?: 'status' | 'redirect' | 'timeout' | 'connection' | 'private' | 'target';
  readonly status?: number;
  /** The beginning of what the receiver answered, or what the connection broke with. */
  readonly excerpt?: string;
  readonly retryAfterMs?: number;
  /** The receiver wants no more of this (410). */
  readonly isGone?: boolean;
}

export interface PostOptions {
  readonly policy: TargetPolicy;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const mostExcerpt = 500;

/** Posts a body once: no redirect is followed, and the whole attempt, answer included, has one time limit. Never throws. */
export async function post(
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { policy, timeoutMs, signal }: PostOptions,
): Promise<Outcome> {
  if (targetFault(target, policy) !== undefined) return { failure: 'target' };
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await answerOf(
      target,
      headers,
      body,
      policy,
      signal ? AbortSignal.any([limit, signal]) : limit,
    );
    return await outcomeOf(answer);
  } catch (error) {
    if (limit.aborted) return { failure: 'timeout' };
    if (error instanceof PrivateTargetError) return { failure: 'private' };
    const { code, message } = error as { code?: string; message?: string };
    return { failure: 'connection', excerpt: clean(code ?? message ?? String(error)) };
  }
}

function answerOf(
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  policy: TargetPolicy,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = target.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: guardedLookup(policy),
        agent: false,
        signal,
      },
      resolve,
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

async function outcomeOf(answer: IncomingMessage): Promise<Outcome> {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) {
    answer.destroy(); // whatever it goes on to say, the event was taken
    return { status };
  }
  const excerpt = await beginning(answer);
  const wait = retryAfterMs(answer.headers['retry-after'], Date.now());
  return {
    failure: status >= 300 && status < 400 ? 'redirect' : 'status',
    status,
    ...(excerpt === '' ? {} : { excerpt }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(status === 410 ? { isGone: true } : {}),
  };
}

async function beginning(answer: IncomingMessage): Promise<string> {
  let text = '';
  answer.setEncoding('utf8');
  for await (const part of answer) {
    text += part;
    if (text.length > mostExcerpt) break;
  }
  answer.destroy();
  return clean(text);
}

/** As a person can be shown it, and as a database can hold it. */
function clean(text: string): string {
  return text
    .slice(0, mostExcerpt)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
