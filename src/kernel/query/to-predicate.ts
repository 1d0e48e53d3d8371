import { localizedIn } from './localized.ts';
import { operatorOf } from './operators.ts';
import { compileArrayPredicate } from './predicate/array.ts';
import { compileBetween, compileComparison, compileIn, compileLike } from './predicate/comparison.ts';
import {
  type FilterRecord,
  type PredicateContext,
  propertyValue,
  type Scalar,
  type Slot,
  type Truth,
  type TruthOf,
} from './predicate/context.ts';
import { overLanguages } from './predicate/localized.ts';
import { compileScalar } from './predicate/scalar.ts';
import { compileSpatial } from './predicate/spatial.ts';
import { compileTemporal } from './predicate/temporal.ts';
import type { QueryScope } from './scope.ts';
import { type Call, type Cql2Expression, isCall, isProperty } from './tree.ts';

export type { FilterRecord } from './predicate/context.ts';
export { preparePredicates } from './predicate/geos.ts';

/**
 * Compiles a checked filter into a test of records in memory. It answers what `compileSql` answers in the database:
 * true, false, or null for "unknown". Filters with S_ operators need `await preparePredicates()` first.
 */
export function compilePredicate(expr: Cql2Expression, scope: QueryScope): (record: FilterRecord) => Truth {
  return contextOf(scope, new Map()).truth(expr);
}

/** Value of an expression that depends on no record. */
export function constantValue(expr: Cql2Expression, scope: QueryScope): Scalar {
  return contextOf(scope, new Map()).scalar(expr)({ properties: {}, geometry: null });
}

function contextOf(scope: QueryScope, slots: ReadonlyMap<string, Slot>): PredicateContext {
  const context: PredicateContext = {
    scope,
    slots,
    scalar: (node) => compileScalar(context, node),
    truth: (node) => compileTruth(context, node),
  };
  return context;
}

function compileTruth(context: PredicateContext, node: Cql2Expression): TruthOf {
  if (typeof node === 'object' && isCall(node)) {
    const name = localizedIn(node, context.scope).find((each) => !context.slots.has(each));
    const derive = (base: PredicateContext, slots: ReadonlyMap<string, Slot>) => contextOf(base.scope, slots);
    return name === undefined
      ? compileCall(context, node)
      : overLanguages(context, name, (inner) => inner.truth(node), derive);
  }
  return context.scalar(node) as TruthOf;
}

function compileCall(context: PredicateContext, call: Call): TruthOf {
  switch (operatorOf(call.op)?.family) {
    case 'logic':
      return compileLogic(context, call);
    case 'not': {
      const inner = context.truth(call.args[0]!);
      return (record) => negate(inner(record));
    }
    case 'comparison':
      return compileComparison(context, call);
    case 'between':
      return compileBetween(context, call);
    case 'in':
      return compileIn(context, call);
    case 'like':
      return compileLike(context, call);
    case 'isNull':
      return compileIsNull(context, call.args[0]!);
    case 'spatial':
      return compileSpatial(call);
    case 'temporal':
      return compileTemporal(context, call);
    case 'array':
      return compileArrayPredicate(context, call);
    default:
      throw new TypeError(`${call.op} gives no truth value`);
  }
}

function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function compileLogic(context: PredicateContext, { op, args }: Call): TruthOf {
  const parts = args.map((arg) => context.truth(arg));
  const decisive = op === 'or';
  return (record) => {
    let result: Truth = !decisive;
    for (const part of parts) {
      const truth = part(record);
      if (truth === decisive) return decisive;
      if (truth === null) result = null;
    }
    return result;
  };
}

function compileIsNull(context: PredicateContext, node: Cql2Expression): TruthOf {
  if (typeof node === 'object' && isProperty(node)) {
    const { property } = node;
    if (context.scope.property(property)?.type === 'geometry') return (record) => record.geometry == null;
    return (record) => propertyValue(record, property) == null;
  }
  if (typeof node === 'object' && !isCall(node)) return () => false;
  const inner = context.scalar(node);
  return (record) => inner(record) === null;
}
