/** What one published set came to. */
export interface SetOutcome {
  readonly set: string;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly { readonly name: string; readonly detail: string }[];
  /** greatest difference met for each quantity, for the page of validation results */
  readonly greatest: Ledger;
}

/** Quantity → greatest difference between computed and printed. */
export type Ledger = Map<string, number>;

/** Agreement asked of every value in decibels. */
export const TOLERANCE = 1e-6;

/**
 * Compares named values with what a file prints.
 *
 * @param significantDigits digits that the file keeps; a value is never held to more than it was printed with
 * @param ledger takes note of the greatest difference of each quantity
 * @returns what differs, or an empty string
 */
export function differences(
  pairs: readonly (readonly [string, number, string])[],
  significantDigits: number,
  ledger?: Ledger,
): string {
  const bad: string[] = [];
  for (const [name, actual, printed] of pairs) {
    const text = printed.trim();
    if (text === '') continue;
    const expected = Number(text);
    if (Number.isNaN(expected) && Number.isNaN(actual)) continue;
    const quantity = name.split('|')[0]!;
    ledger?.set(quantity, Math.max(ledger.get(quantity) ?? 0, Math.abs(actual - expected)));
    const rounding = 0.51 * 10 ** (Math.ceil(Math.log10(Math.abs(expected) || 1)) - significantDigits);
    if (!(Math.abs(actual - expected) <= Math.max(TOLERANCE, rounding))) {
      bad.push(`${name} ${actual} instead of ${text}`);
    }
  }
  return bad.join('; ');
}

/** What a case came to; one that cannot be computed at all is a failure, not the end of the run. */
export function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return `not computed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
