import type { FieldKind, PortalField } from '../api/schema.ts';

/** How a condition compares; `lt` … `ge` read "before" … "on or after" for dates. */
export const operators = [
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'between',
  'contains',
  'starts',
  'in',
  'null',
  'notNull',
] as const;

export type Operator = (typeof operators)[number];

/** One row of the filter builder. Values are texts as the inputs hold them. */
export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

export interface Conditions {
  readonly join: 'and' | 'or';
  readonly rows: readonly Condition[];
}

export const noConditions: Conditions = { join: 'and', rows: [] };

const ofEmptiness = ['null', 'notNull'] as const;
const ofOrder = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between'] as const;
const ofText = ['contains', 'starts', 'eq', 'ne'] as const;

const operatorsOfKind: Readonly<Record<FieldKind, readonly Operator[]>> = {
  string: [...ofText, ...ofEmptiness],
  localized: ['contains', 'starts', 'eq', ...ofEmptiness],
  integer: [...ofOrder, ...ofEmptiness],
  number: [...ofOrder, ...ofEmptiness],
  date: [...ofOrder, ...ofEmptiness],
  timestamp: [...ofOrder, ...ofEmptiness],
  boolean: ['eq', ...ofEmptiness],
  array: ofEmptiness,
  object: ofEmptiness,
};

/** Comparisons that make sense for a field, the most useful first. */
export function operatorsOf(field: PortalField): readonly Operator[] {
  if (field.codes !== undefined && field.kind !== 'array') return ['eq', 'ne', 'in', ...ofEmptiness];
  return operatorsOfKind[field.kind];
}

/** How many values a comparison needs; `many` is one or more. */
export function arityOf(operator: Operator): 0 | 1 | 2 | 'many' {
  if (operator === 'null' || operator === 'notNull') return 0;
  if (operator === 'between') return 2;
  return operator === 'in' ? 'many' : 1;
}

/** Whether a row says something already; rows that are being filled in are left out of the filter. */
export function isComplete({ operator, values }: Condition): boolean {
  const arity = arityOf(operator);
  const filled = values.filter((value) => value !== '').length;
  return arity === 'many' ? filled > 0 : filled >= arity;
}
