import type { ByteSpan } from '../documents/blob-store.ts';

/**
 * The span of bytes that a `Range` header asks for (RFC 9110, 14.1.2), one span only: a header with several, in another
 * unit or that cannot be read is ignored, as the RFC allows, and everything is sent.
 * @returns undefined for everything, `unsatisfiable` where the span lies behind the end
 */
export function byteRange(header: string | undefined, size: number): ByteSpan | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(/\s/g, '') ?? '') ?? [];
  if (from === undefined || (from === '' && to === '')) return undefined;
  if (from === '') {
    const suffix = Math.min(Number(to), size);
    return suffix === 0 ? 'unsatisfiable' : { first: size - suffix, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return undefined;
  return first >= size ? 'unsatisfiable' : { first, last };
}
