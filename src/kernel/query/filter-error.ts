import type { Violation } from '../errors.ts';

export type { Violation } from '../errors.ts';

/** A filter that cannot be understood or does not fit its register, with everything that is wrong about it. */
export class FilterError extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super(
      violations
        .map((v) => `${v.pointer || 'filter'} ${v.code} ${JSON.stringify(v.params ?? {})}`)
        .join('; '),
    );
    this.name = 'FilterError';
    this.violations = violations;
  }
}

/** An error about one place. */
export function refuse(pointer: string, code: string, params?: Violation['params']): FilterError {
  return new FilterError([params ? { pointer, code, params } : { pointer, code }]);
}
