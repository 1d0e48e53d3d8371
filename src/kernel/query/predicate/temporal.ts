import { parseInstant } from '../../log/instant.ts';
import type { TemporalOperator } from '../operators.ts';
import { isByDay, type TemporalRelation, temporalRelations } from '../temporal-relation.ts';
import { type Call, type Cql2Expression, type IntervalBound, isInterval } from '../tree.ts';
import type { PredicateContext, Scalar, Truth, TruthOf } from './context.ts';

const millisecondsPerDay = 86_400_000;

export function compileTemporal(context: PredicateContext, { op, args }: Call): TruthOf {
  const relation = temporalRelations[op as TemporalOperator];
  const unit = isByDay(args, context.scope) ? millisecondsPerDay : 1;
  const first = bounds(context, args[0]!, unit);
  const second = bounds(context, args[1]!, unit);
  return (record) => {
    const x = { start: first.start(record), end: first.end(record) };
    const y = { start: second.start(record), end: second.end(record) };
    const result = combine(relation, x, y);
    return relation.not && result !== null ? !result : result;
  };
}

interface Ends {
  readonly start: number | null;
  readonly end: number | null;
}

/** Three-valued AND (or, with `any`, OR) of the conditions: one that decides does so even beside unknown ones. */
function combine({ conditions, any = false }: TemporalRelation, x: Ends, y: Ends): Truth {
  let result: Truth = !any;
  for (const [a, operator, b] of conditions) {
    const truth = compare(x[a], operator, y[b]);
    if (truth === any) return any;
    if (truth === null) result = null;
  }
  return result;
}

function compare(a: number | null, operator: '<' | '=' | '>', b: number | null): Truth {
  if (a === null || b === null) return null;
  if (operator === '<') return a < b;
  return operator === '>' ? a > b : a === b;
}

type Bound = (record: Parameters<TruthOf>[0]) => number | null;

function bounds(context: PredicateContext, node: Cql2Expression, unit: number): { start: Bound; end: Bound } {
  if (typeof node === 'object' && isInterval(node)) {
    const [from, to] = node.interval;
    return {
      start: bound(context, from, unit, Number.NEGATIVE_INFINITY),
      end: bound(context, to, unit, Number.POSITIVE_INFINITY),
    };
  }
  const instant = inUnits(context.scalar(node), unit);
  return { start: instant, end: instant };
}

function bound(context: PredicateContext, node: IntervalBound, unit: number, open: number): Bound {
  if (typeof node !== 'string') return inUnits(context.scalar(node), unit);
  const instant = node === '..' ? open : Math.floor(parseInstant(node)! / unit);
  return () => instant;
}

function inUnits(scalar: (record: Parameters<TruthOf>[0]) => Scalar, unit: number): Bound {
  return (record) => {
    const value = scalar(record);
    return value === null ? null : Math.floor((value as number) / unit);
  };
}
