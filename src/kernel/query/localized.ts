import { operatorOf } from './operators.ts';
import type { QueryScope } from './scope.ts';
import { type Call, type Cql2Expression, childrenOf, isCall, isProperty } from './tree.ts';

const families: ReadonlySet<string | undefined> = new Set(['comparison', 'between', 'in', 'like', 'isNull']);

/**
 * Localized properties that a predicate compares. It then holds where it holds for the text of *any* language: whoever
 * looks for "Bakı" or "Baku" finds the record. Only `property IS NULL` speaks of the property as a whole.
 */
export function localizedIn(call: Call, scope: QueryScope): readonly string[] {
  const family = operatorOf(call.op)?.family;
  if (!families.has(family) || (family === 'isNull' && isWhole(call.args[0]!))) return [];
  const names = new Set<string>();
  const visit = (node: Cql2Expression): void => {
    if (typeof node !== 'object') return;
    if (isProperty(node)) {
      if (scope.property(node.property)?.type === 'localized') names.add(node.property);
    } else if (!isCall(node) || !isTruth(node)) for (const child of childrenOf(node)) visit(child);
  };
  for (const arg of call.args) visit(arg);
  return [...names];
}

function isWhole(node: Cql2Expression): boolean {
  return typeof node !== 'object' || isProperty(node);
}

/** Predicates inside a comparison go through the languages by themselves. */
function isTruth({ op }: Call): boolean {
  const family = operatorOf(op)?.family;
  return family !== undefined && family !== 'text' && family !== 'arithmetic';
}
