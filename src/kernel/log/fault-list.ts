import { Problem, type Violation } from '../errors.ts';

/** Violations, each once: a body is looked at by itself and again where it is applied. */
export class FaultList {
  readonly all: Violation[] = [];
  private readonly seen = new Set<string>();

  constructor(known: readonly Violation[]) {
    for (const violation of known) this.add(violation);
  }

  add(violation: Violation): void {
    const { pointer, code, other } = violation;
    // A value that is at fault was left out: that it is missing now is no other fault.
    if (code === 'required' && this.all.some((known) => `${known.pointer}/`.startsWith(`${pointer}/`)))
      return;
    const key = JSON.stringify([pointer, code, other]);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.all.push(violation);
  }
}

/** Where nothing but preconditions failed, the whole batch failed by its preconditions (RFC 9110, 15.5.13). */
export function refusal(violations: readonly Violation[]): Problem {
  const isPrecondition = violations.every(({ code }) => code === 'precondition-failed');
  return new Problem(isPrecondition ? 'precondition-failed' : 'invalid-record', {}, violations);
}
