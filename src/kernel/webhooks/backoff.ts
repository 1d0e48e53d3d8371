/** Longest that a receiver's `Retry-After` is believed, and that a retry is put off by itself. */
const longestMs = 24 * 3600 * 1000;
const longestOwnMs = 3600 * 1000;

/**
 * Milliseconds until the next attempt after `attempts` failed ones: doubled each time up to an hour, and of that somewhere
 * between half and all, so that many that failed together do not come back together.
 */
export function backoffMs(attempts: number, firstMs: number, random: () => number = Math.random): number {
  const whole = Math.min(longestOwnMs, firstMs * 2 ** (attempts - 1));
  return whole * (0.5 + random() / 2);
}

/** Milliseconds that a `Retry-After` asks for (RFC 9110, 10.2.3); undefined where there is none that can be read. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? undefined : Math.min(longestMs, Math.max(0, ms));
}
