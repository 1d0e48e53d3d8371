import { dimensionsOf } from '../geometry-literal.ts';
import { type Call, type Cql2Expression, isConstant, isGeometry } from '../tree.ts';
import { coerceTime } from './comparison.ts';
import { type CheckContext, expectType, violate } from './context.ts';

/**
 * Checks S_ operators: both sides are geometries. Collections of mixed dimensions can only be asked whether they
 * intersect something (OGC 06-103r4, 6.1.15.3).
 */
export function checkSpatial(context: CheckContext, call: Call, pointer: string): Cql2Expression {
  const takesCollections = call.op === 's_intersects' || call.op === 's_disjoint';
  const args = call.args.map((arg, index) => {
    const at = `${pointer}/args/${index}`;
    const checked = context.check(arg, at);
    expectType(context, checked, at, call.op, ['geometry']);
    if (!takesCollections && typeof arg === 'object' && isGeometry(arg) && dimensionsOf(arg).size > 1)
      violate(context, call, at, 'cql2-geometry-collection', { op: call.op });
    return checked.node;
  });
  return { op: call.op, args };
}

/** Checks T_ operators: both sides are dates, timestamps or intervals; texts must spell dates or timestamps. */
export function checkTemporal(context: CheckContext, call: Call, pointer: string): Cql2Expression {
  const args = call.args.map((arg, index) => {
    const at = `${pointer}/args/${index}`;
    const checked = coerceTime(context, context.check(arg, at), at);
    expectType(context, checked, at, call.op, ['timestamp', 'date', 'interval']);
    return checked.node;
  });
  return { op: call.op, args };
}

/** Checks LIKE: a text against a pattern that does not depend on the record. */
export function checkLike(context: CheckContext, call: Call, pointer: string): Cql2Expression {
  const [value, pattern] = call.args.map((arg, index) => context.check(arg, `${pointer}/args/${index}`));
  expectType(context, value!, `${pointer}/args/0`, call.op, ['text', 'localized']);
  expectType(context, pattern!, `${pointer}/args/1`, call.op, ['text', 'localized']);
  if (pattern!.type !== undefined && !isConstant(pattern!.node))
    violate(context, call, `${pointer}/args/1`, 'cql2-pattern-not-constant');
  return { op: call.op, args: [value!.node, pattern!.node] };
}
