import type { LocalizedText } from '../../src/kernel/i18n/language.ts';
import { type Ask, apiPath, requestJson, sendJson } from './request.ts';

/** A release as the list shows it. */
export interface ReleaseSummary {
  readonly id: string;
  readonly position: number;
  readonly registers: readonly string[];
  readonly records: number;
  readonly bytes: number;
  readonly madeAt: string;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}

export interface ReleaseFile {
  readonly name: string;
  readonly register: string;
  readonly format: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ReleasedRegister {
  readonly id: string;
  readonly title: LocalizedText;
  readonly records: number;
  readonly withheld: number;
  readonly restricted: { readonly rows: boolean; readonly fields: boolean };
  readonly sources: readonly {
    readonly label: string | null;
    readonly source: string | null;
    readonly records: number;
  }[];
  readonly completeness: readonly unknown[];
}

export interface Release extends ReleaseSummary {
  readonly recordedAt: string;
  readonly datetime: string;
  readonly licence: string | null;
  readonly log: { readonly origin: string; readonly size: number };
  readonly contents: readonly ReleasedRegister[];
  readonly note: string;
  readonly checkpoint: string;
  readonly files: readonly ReleaseFile[];
}

export interface ReleaseList {
  readonly releases: readonly ReleaseSummary[];
  readonly numberMatched: number;
}

/** What differs between two releases. */
export interface Delta {
  readonly older: string;
  readonly newer: string;
  readonly registers: readonly {
    readonly id: string;
    readonly added: number;
    readonly changed: number;
    readonly restated: number;
    readonly removed: number;
  }[];
  readonly file: { readonly name: string; readonly bytes: number };
}

/** A release on its way. */
export interface ReleaseJob {
  readonly id: string;
  readonly status: 'waiting' | 'running' | 'made' | 'cancelled' | 'failed';
  readonly progress?: {
    readonly stage: 'proving' | 'reading' | 'writing' | 'storing';
    readonly done: number;
    readonly total: number;
  };
  readonly release?: string;
  readonly isNew?: boolean;
  readonly problem?: { readonly detail?: string; readonly errors?: readonly { readonly detail?: string }[] };
}

export function fetchReleases(limit: number, ask: Ask): Promise<ReleaseList> {
  return requestJson<ReleaseList>(apiPath(['releases'], { limit }), ask);
}

export function fetchRelease(id: string, ask: Ask): Promise<Release> {
  return requestJson<Release>(apiPath(['releases', id]), ask);
}

export function fetchDelta(older: string, newer: string, ask: Ask): Promise<Delta> {
  return requestJson<Delta>(apiPath(['releases', older, 'delta', newer]), ask);
}

export function startRelease(registers: readonly string[], licence: string, ask: Ask): Promise<ReleaseJob> {
  const body = { registers, ...(licence === '' ? {} : { licence }) };
  return sendJson<ReleaseJob>('/releases', { ...ask, method: 'POST', body });
}

export function fetchReleaseJob(id: string, ask: Ask): Promise<ReleaseJob> {
  return requestJson<ReleaseJob>(apiPath(['releases', 'jobs', id]), ask);
}

export function stopRelease(id: string, ask: Ask): Promise<ReleaseJob> {
  return sendJson<ReleaseJob>(apiPath(['releases', 'jobs', id]), { ...ask, method: 'DELETE' });
}

export function withdrawRelease(id: string, reason: string, ask: Ask): Promise<Release> {
  return sendJson<Release>(apiPath(['releases', id, 'withdrawal']), {
    ...ask,
    method: 'POST',
    body: { reason },
  });
}
