import type { Geometry } from 'geojson';
import { type Link, parameterOfLink } from './links.ts';
import type { HistoryEntry } from './record.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** Entries of a record, newest first, and where the page after them begins. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly before: string | undefined;
}

const pageSize = 50;

export async function fetchHistoryPage(
  register: string,
  id: string,
  before: string | undefined,
  ask: Ask,
): Promise<HistoryPage> {
  const path = apiPath(['collections', register, 'items', id, 'history'], { limit: pageSize, before });
  const { entries, links } = await requestJson<{
    entries: readonly HistoryEntry[];
    links: readonly Link[];
  }>(path, ask);
  return { entries, before: parameterOfLink(links, 'next', 'before') };
}

/** What two entries say differently of a place. */
export interface GeometryDiff {
  readonly change: 'none' | 'added' | 'removed' | 'changed';
  readonly added: Geometry | null;
  readonly removed: Geometry | null;
  readonly measure?: {
    readonly unit: 'm2' | 'm' | '1';
    readonly was: number;
    readonly became: number;
    readonly added: number;
    readonly removed: number;
  };
  readonly movedM?: number;
}

export interface HistoryDiff {
  readonly properties: readonly { readonly name: string; readonly was: unknown; readonly became: unknown }[];
  readonly geometry: GeometryDiff;
}

export function fetchHistoryDiff(
  register: string,
  id: string,
  entries: { readonly from: number; readonly to: number },
  ask: Ask,
): Promise<HistoryDiff> {
  return requestJson(apiPath(['collections', register, 'items', id, 'history', 'diff'], { ...entries }), ask);
}
