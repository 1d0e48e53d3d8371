import { functionOf } from './functions.ts';
import { operatorOf } from './operators.ts';
import { type QueryScope, type ValueType, valueTypeOf } from './scope.ts';
import { type Cql2Expression, isArray, isCall, isDate, isInterval, isProperty, isTimestamp } from './tree.ts';

/** Type of a checked expression; undefined for names that the scope or the functions do not know. */
export function typeOf(node: Cql2Expression, scope: QueryScope): ValueType | undefined {
  if (typeof node === 'string') return 'text';
  if (typeof node === 'number') return 'number';
  if (typeof node === 'boolean') return 'boolean';
  if (isArray(node)) return 'array';
  if (isProperty(node)) {
    const known = scope.property(node.property);
    return known && valueTypeOf(known.type);
  }
  if (isDate(node)) return 'date';
  if (isTimestamp(node)) return 'timestamp';
  if (isInterval(node)) return 'interval';
  return isCall(node) ? resultOf(node.op) : 'geometry';
}

function resultOf(op: string): ValueType | undefined {
  const operator = operatorOf(op);
  if (!operator) return functionOf(op)?.returns;
  if (operator.family === 'arithmetic') return 'number';
  return operator.family === 'text' ? 'text' : 'boolean';
}
