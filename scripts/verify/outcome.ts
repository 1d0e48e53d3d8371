/** What one published set came to, in the words of whichever test measured it. */
export interface Outcome {
  readonly set: string;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly Failure[];
}

export type Failure =
  | string
  | { readonly name: string; readonly detail: string }
  | { readonly name: string; readonly expected: string; readonly got: string };

/** A failure in one line. */
export function failureLine(failure: Failure): string {
  if (typeof failure === 'string') return failure;
  if ('detail' in failure) return `${failure.name}: ${failure.detail}`;
  return `${failure.name}: expected ${failure.expected}, got ${failure.got}`;
}
