import type { Geometry } from 'geojson';
import type { PortalFeature } from './items.ts';
import { geoJson } from './items.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** Instants at which a record is asked for; see "two times". */
export interface RecordTimes {
  readonly datetime?: string;
  readonly asOf?: string;
}

export function fetchRecord(
  register: string,
  id: string,
  times: RecordTimes,
  ask: Ask,
): Promise<PortalFeature> {
  return requestJson<PortalFeature>(apiPath(['collections', register, 'items', id], { ...times }), {
    ...ask,
    accept: geoJson,
  });
}

/** What an entry says of a record. */
export interface EntryBody {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/** An assertion of the log as the history of a record tells it; a body of null says "is absent". */
export interface HistoryEntry {
  readonly position: number;
  readonly body: EntryBody | null;
  /** What it said was erased by law. */
  readonly isErased?: true;
  readonly valid: { readonly from: string | null; readonly to: string | null };
  readonly recordedAt: string;
  readonly actor: string;
  readonly legalBasis: string | null;
  readonly cause: string;
}

/** Entries of a record, newest first. */
export async function fetchHistory(register: string, id: string, ask: Ask): Promise<readonly HistoryEntry[]> {
  const path = apiPath(['collections', register, 'items', id, 'history']);
  const answer = await requestJson<{ entries: readonly HistoryEntry[] }>(path, ask);
  return answer.entries;
}
