/** One thing that is wrong with an input: where, a stable code, the numbers, and a sentence in English. */
export interface InputViolation {
  /** JSON pointer into the input */
  readonly pointer: string;
  readonly code: InputCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly sentence: string;
}

export type InputCode =
  | 'not-a-number'
  | 'out-of-range'
  | 'profile-too-short'
  | 'lengths-differ'
  | 'distance-not-ascending'
  | 'distance-not-from-zero'
  | 'unknown-zone'
  | 'unknown-value'
  | 'missing'
  | 'missing-tile'
  | 'void-only';

/** Bad input is refused with what is wrong and what is allowed, all of it at once. */
export class PropagationInputError extends Error {
  readonly violations: readonly InputViolation[];

  constructor(violations: readonly InputViolation[]) {
    super(violations.map((v) => `${v.pointer}: ${v.sentence}`).join('\n'));
    this.name = 'PropagationInputError';
    this.violations = violations;
  }
}

/** Collects violations; `refuse` throws them together or returns quietly. */
export class InputCheck {
  readonly violations: InputViolation[] = [];

  add(
    pointer: string,
    code: InputCode,
    sentence: string,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    this.violations.push({ pointer, code, params, sentence });
  }

  /** A finite number within [low, high]; the unit is only for the sentence. */
  range(pointer: string, value: unknown, low: number, high: number, unit: string): void {
    if (typeof value !== 'number' || Number.isNaN(value)) {
      this.add(
        pointer,
        'not-a-number',
        `is ${String(value)}; a number from ${low} to ${high} ${unit} is needed.`,
        {
          low,
          high,
          unit,
        },
      );
      return;
    }
    if (value >= low && value <= high) return;
    this.add(pointer, 'out-of-range', `is ${value} ${unit}; allowed is ${low} to ${high} ${unit}.`, {
      value,
      low,
      high,
      unit,
    });
  }

  /** One of a closed list of words. */
  oneOf(pointer: string, value: unknown, allowed: readonly string[]): void {
    if (typeof value === 'string' && allowed.includes(value)) return;
    this.add(pointer, 'unknown-value', `is ${JSON.stringify(value)}; allowed are ${allowed.join(', ')}.`, {
      value: String(value),
      allowed: allowed.join(', '),
    });
  }

  refuse(): void {
    if (this.violations.length > 0) throw new PropagationInputError(this.violations);
  }
}
