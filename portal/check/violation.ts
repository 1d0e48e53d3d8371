import type { Geometry } from 'geojson';
import type { ProblemDetail } from '../api/problem.ts';
import { type ChangeOperation, geometriesOf } from './change.ts';

/** One thing that is wrong with a change, with where it is in the text and on the map. */
export interface ChangeViolation {
  readonly id: string;
  readonly code: string;
  readonly sentence: string;
  readonly pointer: string;
  /** Number of the operation, from 0; undefined for what concerns the whole. */
  readonly operation: number | undefined;
  /** What offends: the overlap, the gap, the part outside. */
  readonly geometry: Geometry | undefined;
  readonly other: { readonly register: string; readonly record: string } | undefined;
}

export function violationsOf(errors: readonly ProblemDetail[]): readonly ChangeViolation[] {
  return errors.map(({ pointer, code = '', detail = '', geometry, other }, index) => {
    const [, number] = /^\/(\d+)/.exec(pointer) ?? [];
    return {
      id: `violation-${index}`,
      code,
      sentence: detail,
      pointer,
      operation: number === undefined ? undefined : Number(number),
      geometry: geometry as Geometry | undefined,
      other,
    };
  });
}

/** How often each code occurs, most frequent first. */
export function codeCounts(violations: readonly ChangeViolation[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { code } of violations) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
}

/** What the map shows for a violation: what offends, else what its operation brings. */
export function placesOf(
  { geometry, operation }: ChangeViolation,
  operations: readonly ChangeOperation[],
): readonly Geometry[] {
  if (geometry !== undefined) return [geometry];
  const sent = operation === undefined ? undefined : operations[operation];
  return sent === undefined ? [] : geometriesOf(sent);
}
