import { checkFilter } from './check.ts';
import { FilterError, refuse } from './filter-error.ts';
import { defaultLimits, type FilterLimits } from './limits.ts';
import { parseJson } from './parse-json.ts';
import { parseText } from './parse-text.ts';
import type { QueryScope } from './scope.ts';
import type { Positions } from './text-parser.ts';
import type { Cql2Expression } from './tree.ts';

/** Values of the parameter `filter-lang` (OGC 19-079r2). */
export const filterLanguages = ['cql2-text', 'cql2-json'] as const;

export type FilterLanguage = (typeof filterLanguages)[number];

/**
 * From what a caller wrote to a tree that may be compiled, in one step: parsed, within limits, bound to the scope.
 *
 * @throws {FilterError} with every violation: pointers go into the JSON tree, and `params.position` counts characters of
 * the text from 1.
 */
export function parseFilter(
  source: string | object,
  language: FilterLanguage,
  scope: QueryScope,
  limits: FilterLimits = defaultLimits,
): Cql2Expression {
  const positions: Positions = new WeakMap();
  const tree =
    language === 'cql2-text' ? parseText(textOf(source), limits, positions) : parseJson(source, limits);
  const checked = checkFilter(tree, scope, positions);
  if (checked.violations) throw new FilterError(checked.violations);
  return checked.expr;
}

function textOf(source: string | object): string {
  if (typeof source === 'string') return source;
  throw refuse('', 'cql2-not-an-expression');
}
