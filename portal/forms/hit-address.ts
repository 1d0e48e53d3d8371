import type { SearchHit } from '../api/search.ts';

/** Where a search result leads: to its record, or to the register where the register itself is the result. */
export function hitAddress({ register, id }: SearchHit): string {
  const base = `/collections/${encodeURIComponent(register)}`;
  return id === '' ? base : `${base}/items/${encodeURIComponent(id)}`;
}
