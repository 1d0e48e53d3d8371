import type { ArrayOperator } from '../operators.ts';
import { storedTimestamp } from '../stored-timestamp.ts';
import { type Call, type Cql2Expression, isArray, isDate, isProperty, isTimestamp } from '../tree.ts';
import { type FilterRecord, type PredicateContext, propertyValue, type TruthOf } from './context.ts';

type Members = (record: FilterRecord) => readonly unknown[] | null;

const relations: Readonly<Record<ArrayOperator, (a: readonly unknown[], b: readonly unknown[]) => boolean>> =
  {
    a_equals: (a, b) => includesAll(a, b) && includesAll(b, a),
    a_contains: includesAll,
    a_containedBy: (a, b) => includesAll(b, a),
    a_overlaps: (a, b) => b.some((member) => a.includes(member)),
  };

function includesAll(a: readonly unknown[], b: readonly unknown[]): boolean {
  return b.every((member) => a.includes(member));
}

/** Compares arrays as sets (OGC 21-065r2, requirement 19). */
export function compileArrayPredicate(context: PredicateContext, { op, args }: Call): TruthOf {
  const relation = relations[op as ArrayOperator];
  const [left, right] = args.map((arg) => compileMembers(context, arg));
  return (record) => {
    const a = left!(record);
    const b = right!(record);
    return a === null || b === null ? null : relation(a, b);
  };
}

function compileMembers(context: PredicateContext, node: Cql2Expression): Members {
  if (isArray(node)) {
    const members = node.map((member) => compileMember(context, member));
    return (record) => members.map((member) => member(record));
  }
  if (typeof node !== 'object' || !isProperty(node)) throw new TypeError('no array');
  return (record) => {
    const value = propertyValue(record, node.property);
    return Array.isArray(value) ? value : null;
  };
}

/** Times are members as texts, since that is how JSON keeps them. */
function compileMember(context: PredicateContext, node: Cql2Expression): (record: FilterRecord) => unknown {
  if (typeof node === 'object' && isDate(node)) return () => node.date;
  if (typeof node === 'object' && isTimestamp(node)) return () => storedTimestamp(node.timestamp);
  const name = typeof node === 'object' && isProperty(node) ? node.property : undefined;
  const type = name === undefined ? undefined : context.scope.property(name)?.type;
  if (name !== undefined && (type === 'date' || type === 'timestamp'))
    return (record) => propertyValue(record, name) ?? null;
  return context.scalar(node);
}
