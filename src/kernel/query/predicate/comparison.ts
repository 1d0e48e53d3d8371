import { likeMatcher } from '../like.ts';
import type { ComparisonOperator } from '../operators.ts';
import type { Call, Cql2Expression } from '../tree.ts';
import type { PredicateContext, Scalar, Truth, TruthOf } from './context.ts';

/** Order of two values of one type; texts by code point, as PostgreSQL's collation "C" orders UTF-8. */
export function compareValues(a: NonNullable<Scalar>, b: NonNullable<Scalar>): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  return Number(a) - Number(b);
}

function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Halves of surrogate pairs sort below U+E000 as UTF-16 but stand for code points above U+FFFF.
    const isPairA = x >= 0xd800 && x < 0xe000;
    const isPairB = y >= 0xd800 && y < 0xe000;
    if (isPairA !== isPairB) return isPairA ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

const tests: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

export function compileComparison(context: PredicateContext, { op, args }: Call): TruthOf {
  const [left, right] = args.map((arg) => context.scalar(arg));
  const test = tests[op as ComparisonOperator];
  return (record) => {
    const a = left!(record);
    const b = right!(record);
    return a === null || b === null ? null : test(compareValues(a, b));
  };
}

export function compileBetween(context: PredicateContext, { args }: Call): TruthOf {
  const [value, lower, upper] = args.map((arg) => context.scalar(arg));
  return (record) => {
    const v = value!(record);
    if (v === null) return null;
    const low = lower!(record);
    const high = upper!(record);
    const isAbove = low === null ? null : compareValues(v, low) >= 0;
    const isBelow = high === null ? null : compareValues(v, high) <= 0;
    return both(isAbove, isBelow);
  };
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

export function compileIn(context: PredicateContext, { args }: Call): TruthOf {
  const value = context.scalar(args[0]!);
  const members = (args[1] as readonly Cql2Expression[]).map((member) => context.scalar(member));
  return (record) => {
    const v = value(record);
    if (v === null) return null;
    let result: Truth = false;
    for (const member of members) {
      const m = member(record);
      if (m === null) result = null;
      else if (compareValues(v, m) === 0) return true;
    }
    return result;
  };
}

export function compileLike(context: PredicateContext, { args }: Call): TruthOf {
  const value = context.scalar(args[0]!);
  const pattern = context.scalar(args[1]!)({ properties: {}, geometry: null });
  if (typeof pattern !== 'string') return () => null;
  const matches = likeMatcher(pattern);
  return (record) => {
    const text = value(record);
    return typeof text === 'string' ? matches(text) : null;
  };
}
