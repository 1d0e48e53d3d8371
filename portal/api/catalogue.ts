import type { Geometry } from 'geojson';
import type { Link } from './links.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** A record of the catalogue, as far as the portal shows it. */
export interface CatalogueRecord {
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly time: { readonly interval: readonly [string, string] } | null;
  readonly properties: RecordProperties;
  readonly links: readonly Link[];
}

export interface RecordProperties {
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly themes?: readonly {
    readonly concepts: readonly { readonly id: string; readonly title?: string }[];
  }[];
  readonly theme?: string;
  readonly custodian?: string;
  readonly custodianName?: string;
  readonly desk?: string;
  readonly legalBasis?: string;
  readonly license?: string;
  readonly updateCycle?: string;
  readonly updated: string;
  readonly records?: number;
  readonly access: 'public' | 'restricted';
  readonly register?: string;
}

export interface CatalogueQuestion {
  readonly words: string;
  readonly bbox?: string | undefined;
  readonly datetime?: string | undefined;
}

const geoJson = 'application/geo+json';
const mostRecords = 1000;

/** Records that answer words, a box and a time; facets narrow them down afterwards, without asking again. */
export async function fetchRecords(
  { words, bbox, datetime }: CatalogueQuestion,
  ask: Ask,
): Promise<{ readonly records: readonly CatalogueRecord[]; readonly matched: number }> {
  const path = apiPath(['collections', 'catalogue', 'items'], {
    words: words === '' ? undefined : words,
    bbox,
    datetime,
    limit: mostRecords,
  });
  const answer = await requestJson<{ features: readonly CatalogueRecord[]; numberMatched: number }>(path, {
    ...ask,
    accept: geoJson,
  });
  return { records: answer.features, matched: answer.numberMatched };
}

export function fetchCatalogueRecord(id: string, ask: Ask): Promise<CatalogueRecord> {
  return requestJson<CatalogueRecord>(apiPath(['collections', 'catalogue', 'items', id]), {
    ...ask,
    accept: geoJson,
  });
}

/** The themes with their maturity, as the server says them in the reader's language. */
export interface ThemesBoard {
  readonly numberOfThemes: number;
  readonly missing: readonly string[];
  readonly orphan: readonly string[];
  readonly score: number;
  readonly knownAt?: string;
  readonly themes: readonly BoardTheme[];
  readonly orphanRegisters: readonly (ThemeRegister & {
    readonly reasons: readonly { readonly code: string; readonly text: string }[];
  })[];
}

export interface ThemeRegister {
  readonly id: string;
  readonly title: string;
  readonly records: number;
}

export interface BoardTheme {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly lists: readonly string[];
  readonly custodian: { readonly id: string; readonly name: string | null } | null;
  readonly custodianBasis: string | null;
  readonly note: string | null;
  readonly isMissing: boolean;
  readonly isOrphan: boolean;
  readonly registers: readonly ThemeRegister[];
  readonly score: number;
  readonly criteria: readonly ThemeCriterion[];
}

export interface ThemeCriterion {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly share: number;
  readonly points: number;
  /** What would raise it, where it is not met in full. */
  readonly raise?: string;
}

export function fetchThemes(asOf: string | undefined, ask: Ask): Promise<ThemesBoard> {
  return requestJson<ThemesBoard>(apiPath(['catalogue', 'themes'], { asOf }), ask);
}
