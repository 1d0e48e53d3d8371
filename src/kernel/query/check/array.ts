import { type ValueType, valueTypeOf } from '../scope.ts';
import { type Call, type Cql2Expression, isArray, isProperty } from '../tree.ts';
import { coerceTime } from './comparison.ts';
import { type CheckContext, type Checked, expectType, violate } from './context.ts';

const scalars = ['text', 'number', 'boolean', 'date', 'timestamp'] as const;

/** Checks A_EQUALS and its kin: both sides are arrays of scalars, and members have the type of the property's items. */
export function checkArrayPredicate(context: CheckContext, call: Call, pointer: string): Cql2Expression {
  const items = call.args.map((arg) => itemType(context, arg)).find((type) => type !== undefined);
  const args = call.args.map((arg, index) => {
    const at = `${pointer}/args/${index}`;
    if (isArray(arg)) return arg.map((member, i) => checkMember(context, call, member, `${at}/${i}`, items));
    const checked = context.check(arg, at);
    expectType(context, checked, at, call.op, ['array']);
    return checked.node;
  });
  return { op: call.op, args };
}

function itemType(context: CheckContext, arg: Cql2Expression): ValueType | undefined {
  const known = isProperty(arg) ? context.scope.property(arg.property) : undefined;
  return known?.items && valueTypeOf(known.items);
}

function checkMember(
  context: CheckContext,
  call: Call,
  member: Cql2Expression,
  pointer: string,
  items: ValueType | undefined,
): Cql2Expression {
  let checked: Checked = context.check(member, pointer);
  if (items === 'date' || items === 'timestamp') checked = coerceTime(context, checked, pointer);
  if (items) expectType(context, checked, pointer, call.op, [items]);
  else if (checked.type && !(scalars as readonly string[]).includes(checked.type))
    violate(context, member, pointer, 'cql2-not-scalar', { op: call.op, found: checked.type });
  return checked.node;
}
