import type { Violation } from '../filter-error.ts';
import type { QueryScope, ValueType } from '../scope.ts';
import type { Positions } from '../text-parser.ts';
import type { Cql2Expression } from '../tree.ts';

/** A checked part: the tree, with texts that stand for times turned into times, and its type if it has one. */
export interface Checked {
  readonly node: Cql2Expression;
  /** Undefined where a violation below has already been noted. */
  readonly type: ValueType | undefined;
}

/** What the checks of one filter share. */
export interface CheckContext {
  readonly scope: QueryScope;
  readonly violations: Violation[];
  readonly positions: Positions | undefined;
  check(node: Cql2Expression, pointer: string): Checked;
}

/** Notes a violation, with the place in the text where it is known. */
export function violate(
  context: CheckContext,
  node: Cql2Expression,
  pointer: string,
  code: string,
  params: NonNullable<Violation['params']> = {},
): void {
  const position = typeof node === 'object' ? context.positions?.get(node) : undefined;
  context.violations.push({
    pointer,
    code,
    params: position === undefined ? params : { ...params, position },
  });
}

/** Notes a violation unless the type is one of those expected, or already known to be wrong. */
export function expectType(
  context: CheckContext,
  { node, type }: Checked,
  pointer: string,
  op: string,
  expected: readonly [ValueType, ...ValueType[]],
): void {
  if (type !== undefined && !expected.includes(type))
    violate(context, node, pointer, 'cql2-type-mismatch', { op, expected: expected[0], found: type });
}
