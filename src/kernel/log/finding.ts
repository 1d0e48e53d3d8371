import type { Violation } from '../errors.ts';

/** What was found wrong with one record of a batch after its rows were written. */
export interface Finding {
  readonly record: string;
  readonly violation: Violation;
}
