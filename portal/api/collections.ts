import type { LocalizedText } from '../../src/kernel/i18n/language.ts';
import type { Link } from './links.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** A register as the API describes it to everybody; `count` is left out where it was not asked. */
export interface Collection {
  readonly id: string;
  readonly itemType?: string;
  readonly title: string;
  readonly description?: string;
  readonly titles?: LocalizedText;
  readonly desk?: string;
  readonly theme?: string;
  readonly steward?: string;
  readonly legalBasis?: string;
  readonly count?: number;
  readonly countIsEstimate?: boolean;
  readonly extent?: {
    readonly spatial?: { readonly bbox: readonly (readonly number[])[] };
    readonly temporal?: { readonly interval: readonly (readonly (string | null)[])[] };
  };
  readonly links: readonly Link[];
}

export async function fetchCollections(ask: Ask): Promise<readonly Collection[]> {
  const answer = await requestJson<{ collections: readonly Collection[] }>('/collections', ask);
  // The catalogue stands in the list as well, and is a room of its own.
  return answer.collections.filter(({ itemType }) => itemType !== 'record');
}

export function fetchCollection(id: string, ask: Ask): Promise<Collection> {
  return requestJson<Collection>(apiPath(['collections', id]), ask);
}

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

/** West, south, east, north of a register, or undefined where none of its records has a place. */
export function boxOf(collection: Collection | undefined): Box | undefined {
  const box = collection?.extent?.spatial?.bbox[0];
  if (box === undefined) return undefined;
  const corners = box.length === 6 ? [box[0], box[1], box[3], box[4]] : box;
  const [west, south, east, north] = corners;
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined;
  return [west, south, east, north];
}
