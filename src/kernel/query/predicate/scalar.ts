import { parseInstant } from '../../log/instant.ts';
import { calculate } from '../arithmetic.ts';
import { functionOf } from '../functions.ts';
import { foldAccents, foldCase } from '../letters.ts';
import { type ArithmeticOperator, operatorOf } from '../operators.ts';
import { type Call, type Cql2Expression, isCall, isDate, isProperty, isTimestamp } from '../tree.ts';
import {
  type FilterRecord,
  type PredicateContext,
  propertyValue,
  type Scalar,
  type ScalarOf,
} from './context.ts';

/** Compiles an expression of one value; operators that give truth values go to `context.truth`. */
export function compileScalar(context: PredicateContext, node: Cql2Expression): ScalarOf {
  if (typeof node !== 'object') return () => node;
  if (isProperty(node)) return property(context, node.property);
  if (isDate(node) || isTimestamp(node)) {
    const instant = parseInstant(isDate(node) ? node.date : node.timestamp) ?? null;
    return () => instant;
  }
  if (!isCall(node)) throw new TypeError('a geometry, an interval or an array is no scalar');
  return compileCall(context, node);
}

function property(context: PredicateContext, name: string): ScalarOf {
  const slot = context.slots.get(name);
  if (slot) return () => slot.value;
  const read = readers[context.scope.property(name)?.type ?? 'object'];
  if (!read) throw new TypeError(`${name} is no scalar`);
  return (record) => read(propertyValue(record, name));
}

/** How JSON values are read; values of a wrong type count as missing. */
const readers: Partial<Record<string, (value: unknown) => Scalar>> = {
  string: (value) => (typeof value === 'string' ? value : null),
  integer: (value) => (typeof value === 'number' ? value : null),
  number: (value) => (typeof value === 'number' ? value : null),
  boolean: (value) => (typeof value === 'boolean' ? value : null),
  date: (value) => (typeof value === 'string' ? (parseInstant(value) ?? null) : null),
  timestamp: (value) => (typeof value === 'string' ? (parseInstant(value) ?? null) : null),
};

function compileCall(context: PredicateContext, { op, args }: Call): ScalarOf {
  const family = operatorOf(op)?.family;
  if (family === 'text') {
    const fold = op === 'casei' ? foldCase : foldAccents;
    return mapped(context, args, (text) => fold(text as string));
  }
  if (family === 'arithmetic')
    return mapped(context, args, (a, b) => calculate(op as ArithmeticOperator, a as number, b as number));
  if (family !== undefined) return context.truth({ op, args });
  const found = functionOf(op);
  if (!found) throw new TypeError(`unknown function ${op}`);
  return mapped(context, args, found.js as (...values: Scalar[]) => Scalar);
}

/** Applies a function to the values of its arguments; null where one of them is null. */
function mapped(
  context: PredicateContext,
  args: readonly Cql2Expression[],
  apply: (...values: Scalar[]) => Scalar,
): ScalarOf {
  const compiled = args.map((arg) => context.scalar(arg));
  if (compiled.length === 1) {
    const [only] = compiled;
    return (record) => {
      const value = only!(record);
      return value === null ? null : apply(value);
    };
  }
  return (record: FilterRecord) => {
    const values = compiled.map((each) => each(record));
    return values.includes(null) ? null : apply(...values);
  };
}
