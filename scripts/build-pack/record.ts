import type { Geometry } from 'geojson';
import { sentence } from './sentences/sentence.ts';

export type Label = 'real' | 'derived' | 'approximate' | 'synthetic';

/** How far a record can be relied on, and a short citation: publication and date, or how it was made. */
export interface Provenance {
  readonly label: Label;
  readonly source: string;
}

/** One line of a pack file: a GeoJSON feature whose properties the register declares. */
export interface PackRecord {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Properties that are written in English and read in every language. */
const sentences = new Set(['note', 'legal_act', 'evidence_text', 'custodian_basis', 'basis', 'method']);

/** Makes a record; properties that are `undefined` are left out, so that unknown stays unknown. */
export function record(
  id: string,
  geometry: Geometry | null,
  properties: Record<string, unknown>,
  { label, source }: Provenance,
): PackRecord {
  const known = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, sentences.has(name) ? sentence(value as string) : value]);
  return { type: 'Feature', id, geometry, properties: { ...Object.fromEntries(known), label, source } };
}

export function real(source: string): Provenance {
  return { label: 'real', source };
}

export function derived(source: string): Provenance {
  return { label: 'derived', source };
}

/** General knowledge, or a position that is right to a few kilometres. */
export function approximate(source: string): Provenance {
  return { label: 'approximate', source };
}

/** Made up by the seeded generator of the project. */
export function synthetic(seed: number): Provenance {
  return { label: 'synthetic', source: `generated, seed ${seed}` };
}
