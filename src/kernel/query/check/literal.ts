import { parseInstant } from '../../log/instant.ts';
import { checkBbox, checkGeometry } from '../geometry-literal.ts';
import {
  type Cql2Expression,
  type IntervalBound,
  type IntervalLiteral,
  isBbox,
  isGeometry,
} from '../tree.ts';
import { type CheckContext, type Checked, expectType, violate } from './context.ts';

/** Checks text, geometry and boxes: nothing that PostgreSQL cannot store, nothing that is no geometry. */
export function checkLiteral(context: CheckContext, node: Cql2Expression, pointer: string): void {
  if (typeof node === 'string' && !isStorable(node)) violate(context, node, pointer, 'cql2-character');
  if (typeof node !== 'object') return;
  if (isBbox(node)) context.violations.push(...checkBbox(node, pointer));
  else if (isGeometry(node)) context.violations.push(...checkGeometry(node, pointer));
}

/** PostgreSQL keeps no NUL, and half a surrogate pair is no character. */
function isStorable(text: string): boolean {
  return !/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** Checks an interval: bounds are times, and literal ones are in order. */
export function checkInterval(
  context: CheckContext,
  { interval }: IntervalLiteral,
  pointer: string,
): Checked {
  const check = (bound: IntervalBound, index: number): IntervalBound => {
    if (typeof bound === 'string') return bound;
    const at = `${pointer}/interval/${index}`;
    const checked = context.check(bound, at);
    expectType(context, checked, at, 'INTERVAL', ['timestamp', 'date']);
    return checked.node as IntervalBound;
  };
  const [from, to] = interval;
  const bounds = [from, to].map((bound) => (typeof bound === 'string' ? parseInstant(bound) : undefined));
  if (bounds[0] !== undefined && bounds[1] !== undefined && bounds[0] > bounds[1])
    violate(context, '', pointer, 'cql2-interval-reversed', { from: String(from), to: String(to) });
  return { node: { interval: [check(from, 0), check(to, 1)] }, type: 'interval' };
}
