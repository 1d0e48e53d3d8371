/** The operators of CQL2 (OGC 21-065r2, Annex B) by family; what is not listed here is a function. */
export const comparisonOperators = ['=', '<>', '<', '>', '<=', '>='] as const;

export const arithmeticOperators = ['+', '-', '*', '/', '%', 'div', '^'] as const;

export const spatialOperators = [
  's_intersects',
  's_equals',
  's_disjoint',
  's_touches',
  's_within',
  's_overlaps',
  's_crosses',
  's_contains',
] as const;

export const temporalOperators = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedBy',
  't_finishes',
  't_intersects',
  't_meets',
  't_metBy',
  't_overlappedBy',
  't_overlaps',
  't_startedBy',
  't_starts',
] as const;

export const arrayOperators = ['a_equals', 'a_contains', 'a_containedBy', 'a_overlaps'] as const;

export type ComparisonOperator = (typeof comparisonOperators)[number];
export type ArithmeticOperator = (typeof arithmeticOperators)[number];
export type SpatialOperator = (typeof spatialOperators)[number];
export type TemporalOperator = (typeof temporalOperators)[number];
export type ArrayOperator = (typeof arrayOperators)[number];

export type OperatorFamily =
  | 'logic'
  | 'not'
  | 'comparison'
  | 'like'
  | 'between'
  | 'in'
  | 'isNull'
  | 'text'
  | 'spatial'
  | 'temporal'
  | 'array'
  | 'arithmetic';

export interface Operator {
  /** As the JSON encoding spells it. */
  readonly name: string;
  readonly family: OperatorFamily;
  readonly minimum: number;
  readonly maximum: number;
}

const byLowerName = new Map<string, Operator>();

function register(
  family: OperatorFamily,
  names: readonly string[],
  minimum: number,
  maximum = minimum,
): void {
  for (const name of names) byLowerName.set(name.toLowerCase(), { name, family, minimum, maximum });
}

register('logic', ['and', 'or'], 2, Number.POSITIVE_INFINITY);
register('not', ['not'], 1);
register('comparison', comparisonOperators, 2);
register('like', ['like'], 2);
register('between', ['between'], 3);
register('in', ['in'], 2);
register('isNull', ['isNull'], 1);
register('text', ['casei', 'accenti'], 1);
register('spatial', spatialOperators, 2);
register('temporal', temporalOperators, 2);
register('array', arrayOperators, 2);
register('arithmetic', arithmeticOperators, 2);

/** The operator of that name, however it is cased; undefined for functions. */
export function operatorOf(name: string): Operator | undefined {
  return byLowerName.get(name.toLowerCase());
}
