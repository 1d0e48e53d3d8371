import type { Cql2Expression } from './tree.ts';

/** CQL2 JSON text of a tree; equal trees from `parseText` and `parseJson` give equal text. */
export function writeJson(tree: Cql2Expression): string {
  return JSON.stringify(tree);
}
