import { Problem, type Violation } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { FilterError } from '../query/filter-error.ts';
import { scopeOf } from './queryables.ts';
import type { Register } from './register.ts';

/** Refuses a declaration whose CQL2 conditions do not fit its own fields, before anything relies on them. */
export function checkConditions(register: Register): void {
  const scope = scopeOf(register, { fields: register.fields });
  const conditions = (register.rules ?? []).map((rule, index) => ({
    pointer: `/rules/${index}/holds`,
    text: rule.holds,
  }));
  if (register.access.rows !== undefined)
    conditions.push({ pointer: '/access/rows', text: register.access.rows });
  const violations = conditions.flatMap(({ pointer, text }): Violation[] => {
    try {
      parseFilter(text, 'cql2-text', scope);
      return [];
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      return error.violations.map((violation) => ({ ...violation, pointer }));
    }
  });
  if (violations.length > 0) throw new Problem('invalid-body', { what: register.id }, violations);
}
