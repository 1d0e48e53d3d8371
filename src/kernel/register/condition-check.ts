import { Problem, type Violation } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { FilterError } from '../query/filter-error.ts';
import { parseText } from '../query/parse-text.ts';
import { acrossScope, type Lookup, propertiesIn, referenceIn } from './across-scope.ts';
import { scopeOf } from './queryables.ts';
import type { Register } from './register.ts';

/** Refuses a declaration whose CQL2 conditions do not fit its own fields, before anything relies on them. */
export function checkConditions(register: Register): void {
  const scope = scopeOf(register, { fields: register.fields });
  const own = conditions(register).filter(({ text }) => !asksAcross(register, text));
  const rows = register.access.rows;
  if (rows !== undefined) own.push({ pointer: '/access/rows', text: rows });
  refuseAll(
    register,
    own.flatMap(({ pointer, text }) => faultsOf(pointer, () => parseFilter(text, 'cql2-text', scope))),
  );
}

/**
 * Refuses a declaration whose rules ask for what other registers do not have; once all registers are known.
 * @throws {Problem} `invalid-body`
 */
export function checkAcross(register: Register, lookup: Lookup): void {
  const scope = acrossScope(register, lookup);
  refuseAll(register, [
    ...conditions(register)
      .filter(({ text }) => asksAcross(register, text))
      .flatMap(({ pointer, text }) => faultsOf(pointer, () => parseFilter(text, 'cql2-text', scope))),
    ...(register.rules ?? []).flatMap((rule, index): Violation[] => {
      const [member, id] = targetOf(register, rule);
      if (member === undefined || id === undefined) return [];
      const pointer = `/rules/${index}/${member}`;
      const target = lookup(id);
      if (!target) return [{ pointer, code: 'register-unknown', params: { value: id } }];
      return target.geometry === null && rule.kind !== 'reference'
        ? [{ pointer, code: 'register-without-geometry', params: { value: id } }]
        : [];
    }),
  ]);
}

/** Ids of the other registers that a register's rules ask. */
export function registersAsked(register: Register): readonly string[] {
  const byRule = (register.rules ?? []).map((rule) => targetOf(register, rule)[1]);
  const byCondition = conditions(register).flatMap(({ text }) =>
    propertiesIn(parseText(text)).map((name) => referenceIn(register, name)?.field.ref),
  );
  return [...new Set([...byRule, ...byCondition])].filter((id): id is string => id !== undefined);
}

function targetOf(
  { fields }: Register,
  rule: NonNullable<Register['rules']>[number],
): [member?: string, register?: string] {
  const refOf = (name: string) => fields.find((field) => field.name === name)?.ref;
  switch (rule.kind) {
    case 'within':
      return ['register', rule.register];
    case 'reference':
      return ['field', refOf(rule.field)];
    case 'no-gap':
      return ['parent', refOf(rule.parent)];
    default:
      return [];
  }
}

function conditions(register: Register): { pointer: string; text: string }[] {
  return (register.rules ?? []).flatMap((rule, index) =>
    'holds' in rule ? [{ pointer: `/rules/${index}/holds`, text: rule.holds }] : [],
  );
}

function asksAcross(register: Register, text: string): boolean {
  try {
    return propertiesIn(parseText(text)).some((name) => referenceIn(register, name));
  } catch {
    return false;
  }
}

function faultsOf(pointer: string, parse: () => unknown): Violation[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return error.violations.map((violation) => ({ ...violation, pointer }));
  }
}

function refuseAll(register: Register, violations: readonly Violation[]): void {
  if (violations.length > 0) throw new Problem('invalid-body', { what: register.id }, violations);
}
