import type { Geometry } from 'geojson';
import { type Ask, apiPath, requestJson } from './request.ts';

/** A record that answers a search across registers. */
export interface SearchHit {
  readonly register: string;
  readonly registerTitle: string;
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly geometry?: Geometry | null;
}

export async function fetchSearch(words: string, limit: number, ask: Ask): Promise<readonly SearchHit[]> {
  const answer = await requestJson<{ hits: readonly SearchHit[] }>(
    apiPath(['search'], { q: words, limit }),
    ask,
  );
  return answer.hits;
}

/** Hits by register, in the order in which each register first answers. */
export function groupHits(hits: readonly SearchHit[]): readonly (readonly [string, readonly SearchHit[]])[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.register);
    if (group === undefined) groups.set(hit.register, [hit]);
    else group.push(hit);
  }
  return [...groups];
}
