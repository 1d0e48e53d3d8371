import { checkArrayPredicate } from './check/array.ts';
import { checkComparison } from './check/comparison.ts';
import { type CheckContext, type Checked, expectType, violate } from './check/context.ts';
import { checkInterval, checkLiteral } from './check/literal.ts';
import { checkLike, checkSpatial, checkTemporal } from './check/relation.ts';
import type { Violation } from './filter-error.ts';
import { type FilterFunction, filterFunctions, functionOf } from './functions.ts';
import { operatorOf } from './operators.ts';
import type { QueryScope, ValueType } from './scope.ts';
import { typeOf } from './static-type.ts';
import type { Positions } from './text-parser.ts';
import { type Call, type Cql2Expression, isArray, isCall, isInterval, isProperty } from './tree.ts';

export type CheckedFilter =
  | { readonly expr: Cql2Expression; readonly violations?: undefined }
  | { readonly expr?: undefined; readonly violations: readonly Violation[] };

/**
 * Binds a tree to the queryables of a collection: names are known, types fit, literals are sound. Gives the tree that
 * may be compiled (texts beside times became times), or everything that is wrong, each with a pointer into the JSON
 * tree and, where `positions` of a text are given, the position there.
 */
export function checkFilter(tree: Cql2Expression, scope: QueryScope, positions?: Positions): CheckedFilter {
  const context: CheckContext = {
    scope,
    violations: [],
    positions,
    check: (node, pointer) => check(context, node, pointer),
  };
  const root = context.check(tree, '');
  expectBoolean(context, root, '');
  return context.violations.length > 0 ? { violations: context.violations } : { expr: root.node };
}

function check(context: CheckContext, node: Cql2Expression, pointer: string): Checked {
  if (typeof node === 'object') {
    if (isArray(node))
      return { node: node.map((each, i) => context.check(each, `${pointer}/${i}`).node), type: 'array' };
    if (isInterval(node)) return checkInterval(context, node, pointer);
    if (isCall(node)) return checkCall(context, node, pointer);
    if (isProperty(node) && !context.scope.property(node.property)) {
      const known = (context.scope.names?.() ?? []).join(', ');
      violate(context, node, pointer, 'cql2-unknown-property', { name: node.property, known });
    }
  }
  checkLiteral(context, node, pointer);
  return { node, type: typeOf(node, context.scope) };
}

function checkCall(context: CheckContext, call: Call, pointer: string): Checked {
  const operator = operatorOf(call.op);
  if (!operator) return checkFunction(context, call, pointer);
  const type = typeOf(call, context.scope);
  switch (operator.family) {
    case 'comparison':
    case 'between':
    case 'in':
      return { node: checkComparison(context, call, pointer), type };
    case 'like':
      return { node: checkLike(context, call, pointer), type };
    case 'spatial':
      return { node: checkSpatial(context, call, pointer), type };
    case 'temporal':
      return { node: checkTemporal(context, call, pointer), type };
    case 'array':
      return { node: checkArrayPredicate(context, call, pointer), type };
    case 'isNull':
      return checkArguments(context, call, pointer, type, () => {});
    case 'text':
      return checkArguments(context, call, pointer, type, (arg, at) =>
        expectType(context, arg, at, call.op, ['text', 'localized']),
      );
    case 'arithmetic':
      return checkArguments(context, call, pointer, type, (arg, at) =>
        expectType(context, arg, at, call.op, ['number']),
      );
    default:
      return checkArguments(context, call, pointer, type, (arg, at) => expectBoolean(context, arg, at));
  }
}

function checkArguments(
  context: CheckContext,
  call: Call,
  pointer: string,
  type: ValueType | undefined,
  expect: (arg: Checked, pointer: string, index: number) => void,
): Checked {
  const args = call.args.map((arg, index) => {
    const at = `${pointer}/args/${index}`;
    const checked = context.check(arg, at);
    expect(checked, at, index);
    return checked.node;
  });
  return { node: { op: call.op, args }, type };
}

function expectBoolean(context: CheckContext, { node, type }: Checked, pointer: string): void {
  if (type !== undefined && type !== 'boolean')
    violate(context, node, pointer, 'cql2-not-boolean', { found: type });
}

function checkFunction(context: CheckContext, call: Call, pointer: string): Checked {
  const found = functionOf(call.op);
  if (!found) {
    const known = filterFunctions.map((each) => each.name).join(', ');
    violate(context, call, pointer, 'cql2-unknown-function', { name: call.op.slice(0, 60), known });
    return { node: call, type: undefined };
  }
  const { parameters, isVariadic } = found;
  if (isVariadic ? call.args.length < parameters.length : call.args.length !== parameters.length)
    violate(context, call, pointer, 'cql2-argument-count', {
      op: found.name,
      expected: parameters.length,
      found: call.args.length,
    });
  return checkArguments(context, call, pointer, found.returns, (arg, at, index) =>
    expectType(context, arg, at, found.name, acceptable(found, index)),
  );
}

function acceptable({ parameters }: FilterFunction, index: number): [ValueType, ...ValueType[]] {
  return (parameters[index] ?? parameters.at(-1)) === 'number' ? ['number'] : ['text', 'localized'];
}
