import { administrator, type Caller } from '../../access/caller.ts';
import { narrow, type View } from '../../access/narrow.ts';
import { rowRule } from '../../query/row-rule.ts';
import type { Register, Registry } from '../../register/register.ts';
import type { Body } from '../entry.ts';
import { definitionsName, restorations } from './logged-entry.ts';

/** How much of an entry a caller may see: nothing, what stands around its body, or all of it. */
export type Sight = 'nothing' | 'envelope' | 'all';

/** Decides what a caller may see of an entry of a register, by the same rule that every door asks. */
export async function sightOf(
  register: Register,
  caller: Caller,
  { record, body }: { readonly record: string; readonly body: Body | null },
): Promise<Sight> {
  const view = narrow(register, caller);
  if (
    view.rows !== undefined &&
    (body === null || !(await rowRule(register, view.rows))({ id: record, ...body }))
  )
    return 'nothing';
  return body !== null && hasHidden(register, view, body) ? 'envelope' : 'all';
}

function hasHidden(register: Register, view: View, body: Body): boolean {
  if (view.fields.length === register.fields.length) return false;
  const seen = new Set(view.fields.map(({ name }) => name));
  return Object.keys(body.properties).some((name) => !seen.has(name));
}

/**
 * Whether a caller may read the envelopes of all entries of a register, whatever they say. Those of registers that
 * stand no more, and of what belongs to no register, are for the administrator; that entries were lost, for everybody.
 */
export function isEnvelopeOpen(registry: Registry, caller: Caller, name: string, record: string): boolean {
  if (caller.kind === administrator.kind || name === restorations.name) return true;
  const register = registry.get(name === definitionsName ? record : name);
  return register !== undefined && register.access.read === 'public' && register.access.rows === undefined;
}
