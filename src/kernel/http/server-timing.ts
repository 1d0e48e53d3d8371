import type { AnsweredBy } from '../query/answered-by.ts';

/** Value of `Server-Timing` (W3C): who answered, how long it took, and why it was not the copy in memory. */
export function serverTiming({ source, reason, milliseconds }: AnsweredBy): string {
  const duration = `${source};dur=${milliseconds.toFixed(2)}`;
  return reason === undefined ? duration : `${duration};desc="${reason}"`;
}
