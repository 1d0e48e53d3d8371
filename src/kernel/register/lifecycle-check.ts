import type { Violation } from '../errors.ts';
import type { Body } from '../log/entry.ts';
import { escapePointer } from './record-check.ts';
import type { Register } from './register.ts';
import { show } from './value-check.ts';

/** Checks that a record begins in a state that its register begins with, and goes on only to states that follow. */
export function checkLifecycle(register: Register, before: Body | undefined, after: Body): Violation[] {
  const { lifecycle } = register;
  if (lifecycle === undefined) return [];
  const from = before?.properties[lifecycle.field] ?? null;
  const to = after.properties[lifecycle.field] ?? null;
  if (to === null || from === to) return [];
  const allowed = from === null ? lifecycle.initial : (lifecycle.transitions[String(from)] ?? []);
  if (allowed.includes(String(to))) return [];
  const pointer = `/properties/${escapePointer(lifecycle.field)}`;
  const params = { from: from === null ? '' : show(from), to: show(to), allowed: allowed.join(', ') };
  return [{ pointer, code: from === null ? 'not-an-initial-state' : 'no-such-transition', params }];
}
