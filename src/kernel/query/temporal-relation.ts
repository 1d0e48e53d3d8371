import type { TemporalOperator } from './operators.ts';
import type { QueryScope } from './scope.ts';
import { typeOf } from './static-type.ts';
import { boundKind } from './time-literal.ts';
import { type Cql2Expression, type IntervalBound, isInterval } from './tree.ts';

/** One condition between an end of the first interval and an end of the second. */
export type Condition = readonly ['start' | 'end', '<' | '=' | '>', 'start' | 'end'];

export interface TemporalRelation {
  readonly conditions: readonly Condition[];
  readonly any?: boolean;
  /** The relation is that the conditions do not hold. */
  readonly not?: boolean;
}

/**
 * Relations of two closed intervals (OGC 21-065r2, table 6; Allen), as conditions that hold together or, where `any`
 * is set, of which one holds. An instant is an interval whose ends are equal.
 */
export const temporalRelations: Readonly<Record<TemporalOperator, TemporalRelation>> = {
  t_after: { conditions: [['start', '>', 'end']] },
  t_before: { conditions: [['end', '<', 'start']] },
  t_disjoint: {
    conditions: [
      ['end', '<', 'start'],
      ['start', '>', 'end'],
    ],
    any: true,
  },
  t_intersects: {
    conditions: [
      ['end', '<', 'start'],
      ['start', '>', 'end'],
    ],
    any: true,
    not: true,
  },
  t_equals: {
    conditions: [
      ['start', '=', 'start'],
      ['end', '=', 'end'],
    ],
  },
  t_contains: {
    conditions: [
      ['start', '<', 'start'],
      ['end', '>', 'end'],
    ],
  },
  t_during: {
    conditions: [
      ['start', '>', 'start'],
      ['end', '<', 'end'],
    ],
  },
  t_finishes: {
    conditions: [
      ['start', '>', 'start'],
      ['end', '=', 'end'],
    ],
  },
  t_finishedBy: {
    conditions: [
      ['start', '<', 'start'],
      ['end', '=', 'end'],
    ],
  },
  t_starts: {
    conditions: [
      ['start', '=', 'start'],
      ['end', '<', 'end'],
    ],
  },
  t_startedBy: {
    conditions: [
      ['start', '=', 'start'],
      ['end', '>', 'end'],
    ],
  },
  t_meets: { conditions: [['end', '=', 'start']] },
  t_metBy: { conditions: [['start', '=', 'end']] },
  t_overlaps: {
    conditions: [
      ['start', '<', 'start'],
      ['end', '>', 'start'],
      ['end', '<', 'end'],
    ],
  },
  t_overlappedBy: {
    conditions: [
      ['start', '>', 'start'],
      ['start', '<', 'end'],
      ['end', '>', 'end'],
    ],
  },
};

/**
 * True where a T_ operator compares whole days (UTC), because one of its times is a date: the coarser granularity
 * counts, so T_INTERSECTS(timestamp, DATE('2024-03-01')) asks whether it was on that day.
 */
export function isByDay(args: readonly Cql2Expression[], scope: QueryScope): boolean {
  return args
    .flatMap((arg): readonly (Cql2Expression | IntervalBound)[] =>
      typeof arg === 'object' && isInterval(arg) ? arg.interval : [arg],
    )
    .some((bound) =>
      typeof bound === 'string' ? boundKind(bound) === 'date' : typeOf(bound, scope) === 'date',
    );
}
