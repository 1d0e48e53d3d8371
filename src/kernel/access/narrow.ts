import { Problem } from '../errors.ts';
import { perObject } from '../memo.ts';
import type { Field } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';
import type { Caller } from './caller.ts';

/** What of a register one caller may see; every door asks here and nowhere else. */
export interface View {
  readonly fields: readonly Field[];
  /** CQL2 Text that rows must satisfy. */
  readonly rows?: string;
}

const viewsOf = perObject((register: Register): { readonly all: View; readonly public: View } => ({
  all: { fields: register.fields },
  public: {
    fields: register.fields.filter((field) => field.secrecy !== 'restricted'),
    rows: register.access.rows,
  },
}));

/**
 * The same view every time for one declaration and kind of caller, so that what follows from it can be kept beside it.
 * @throws {Problem} `register-not-found` where the caller may not know that the register exists.
 */
export function narrow(register: Register, caller: Caller): View {
  const views = viewsOf(register);
  if (caller.kind === 'administrator') return views.all;
  if (register.access.read !== 'public') throw new Problem('register-not-found', { register: register.id });
  return views.public;
}

/** The registers that a caller may know of. */
export function visibleRegisters(registers: readonly Register[], caller: Caller): readonly Register[] {
  return registers.filter((register) => caller.kind === 'administrator' || register.access.read === 'public');
}
