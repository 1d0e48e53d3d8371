import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';

/** Where a page of groups begins; the position keeps the groups as they were on the first page. */
export interface GroupToken {
  readonly position: Position;
  /** Instant that stood for "now" on the first page. */
  readonly now: number;
  readonly offset: number;
}

export function writeGroupToken({ position, now, offset }: GroupToken): string {
  return Buffer.from(JSON.stringify([1, position, now, offset])).toString('base64url');
}

/** @throws {Problem} `invalid-parameter` for a token that this system did not write. */
export function readGroupToken(token: string): GroupToken {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value.length !== 4 || value[0] !== 1) throw new TypeError('shape');
    if (!value.every((part) => Number.isSafeInteger(part)) || value[3] < 0) throw new TypeError('shape');
    const [, position, now, offset] = value as [number, number, number, number];
    return { position, now, offset };
  } catch {
    throw new Problem('invalid-parameter', {}, [
      { pointer: 'parameter:token', code: 'token', params: { value: token.slice(0, 40) } },
    ]);
  }
}
