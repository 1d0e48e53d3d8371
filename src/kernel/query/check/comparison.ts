import type { ValueType } from '../scope.ts';
import { parseDate, parseTimestamp } from '../time-literal.ts';
import { type Call, type Cql2Expression, isArray } from '../tree.ts';
import { type CheckContext, type Checked, violate } from './context.ts';

/** Types of one group can be compared with each other. */
const groups: Partial<Record<ValueType, string>> = {
  text: 'text',
  localized: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'time',
  timestamp: 'time',
};

/** Checks `=`, `<`, BETWEEN and IN: all operands have comparable types; texts beside times must be times. */
export function checkComparison(context: CheckContext, call: Call, pointer: string): Cql2Expression {
  const isList = call.op === 'in' && isArray(call.args[1]!);
  const operands = isList ? [call.args[0]!, ...(call.args[1] as readonly Cql2Expression[])] : call.args;
  const pointers = operands.map((_, index) =>
    isList && index > 0 ? `${pointer}/args/1/${index - 1}` : `${pointer}/args/${index}`,
  );
  const checked = operands.map((operand, index) => context.check(operand, pointers[index]!));
  const timed = coerceTimes(context, checked, pointers);
  const lead = timed[0]!;
  timed.slice(1).forEach((other, index) => {
    if (lead.type === undefined || other.type === undefined) return;
    const group = groups[lead.type];
    if (group === undefined || group !== groups[other.type] || (call.op === 'between' && group === 'boolean'))
      violate(context, call, pointers[index + 1]!, 'cql2-incomparable', {
        op: call.op,
        left: lead.type,
        right: other.type,
      });
  });
  const nodes = timed.map((each) => each.node);
  return { op: call.op, args: isList ? [nodes[0]!, nodes.slice(1)] : nodes };
}

/** Where one operand is a time, turns texts among the others into times; texts that are none are violations. */
export function coerceTimes(
  context: CheckContext,
  operands: readonly Checked[],
  pointers: readonly string[],
): Checked[] {
  const hasTime = operands.some(({ type }) => type === 'date' || type === 'timestamp' || type === 'interval');
  if (!hasTime) return [...operands];
  return operands.map((operand, index) => coerceTime(context, operand, pointers[index]!));
}

/** A text literal as the date or timestamp that it spells. */
export function coerceTime(context: CheckContext, operand: Checked, pointer: string): Checked {
  const { node } = operand;
  if (typeof node !== 'string') return operand;
  if (parseDate(node) !== undefined) return { node: { date: node }, type: 'date' };
  if (parseTimestamp(node) !== undefined) return { node: { timestamp: node }, type: 'timestamp' };
  violate(context, node, pointer, 'cql2-not-a-time', { value: node.slice(0, 60) });
  return { node, type: undefined };
}
