import { refuse } from './filter-error.ts';
import { positionsOf } from './geometry-literal.ts';
import { type Cql2Expression, childrenOf, isGeometry } from './tree.ts';

/** How much filter is too much; each is named in the refusal. */
export interface FilterLimits {
  /** Levels of nesting. */
  readonly maxDepth: number;
  /** Operators, properties and literals. */
  readonly maxNodes: number;
  /** Positions of all geometry literals together. */
  readonly maxPositions: number;
  /** Characters of the text or JSON. */
  readonly maxLength: number;
}

export const defaultLimits: FilterLimits = {
  maxDepth: 64,
  maxNodes: 5_000,
  maxPositions: 50_000,
  maxLength: 2_000_000,
};

/** Throws a `FilterError` that names the limit where a tree passes one. */
export function enforceLimits(root: Cql2Expression, limits: FilterLimits): void {
  let nodes = 0;
  let positions = 0;
  const visit = (node: Cql2Expression, depth: number): void => {
    if (depth > limits.maxDepth) throw refuse('', 'cql2-too-deep', { limit: limits.maxDepth });
    if (++nodes > limits.maxNodes) throw refuse('', 'cql2-too-many-nodes', { limit: limits.maxNodes });
    if (typeof node === 'object' && isGeometry(node)) {
      positions += positionsOf(node);
      if (positions > limits.maxPositions)
        throw refuse('', 'cql2-too-many-positions', { limit: limits.maxPositions });
    }
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(root, 1);
}

/** Throws where the source is longer than allowed. */
export function enforceLength(source: string, limits: FilterLimits): void {
  if (source.length > limits.maxLength) throw refuse('', 'cql2-too-long', { limit: limits.maxLength });
}
