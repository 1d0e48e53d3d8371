import type { Geometry } from 'geojson';

/** One operation of a batch, as far as the room looks into it; the server reads the rest. */
export interface ChangeOperation {
  readonly op: string;
  readonly register: string;
  readonly id?: string;
  readonly geometry?: Geometry | null;
  readonly into?: unknown;
  readonly [member: string]: unknown;
}

/** What a text says: a batch as it is, or features that become one in a register. */
export type ChangeText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'batch'; readonly operations: readonly ChangeOperation[] }
  | { readonly kind: 'features'; readonly features: readonly SentFeature[] }
  | { readonly kind: 'wrong'; readonly reason: 'json' | 'form'; readonly detail: string };

interface SentFeature {
  readonly id?: string | number;
  readonly geometry?: Geometry | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
}

/** Reads what was dropped or pasted: a GeoJSON feature or collection of them, or an array of operations. */
export function readChange(text: string): ChangeText {
  if (text.trim() === '') return { kind: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'wrong', reason: 'json', detail: error instanceof Error ? error.message : '' };
  }
  if (Array.isArray(value)) {
    const isBatch = value.length > 0 && value.every((each) => isObject(each) && typeof each.op === 'string');
    return isBatch
      ? { kind: 'batch', operations: value as ChangeOperation[] }
      : { kind: 'wrong', reason: 'form', detail: '' };
  }
  if (!isObject(value)) return { kind: 'wrong', reason: 'form', detail: '' };
  const features = value.type === 'Feature' ? [value] : value.features;
  const isCollection = value.type === 'Feature' || value.type === 'FeatureCollection';
  if (!isCollection || !Array.isArray(features) || features.length === 0 || !features.every(isObject))
    return { kind: 'wrong', reason: 'form', detail: '' };
  return { kind: 'features', features: features as SentFeature[] };
}

export type FeatureMeaning = 'create' | 'replace';

/** Features as operations on a register: new records, or records in the place of those with the same id. */
export function operationsOf(
  features: readonly SentFeature[],
  register: string,
  meaning: FeatureMeaning,
): readonly ChangeOperation[] {
  return features.map(({ id, geometry = null, properties }) => ({
    op: id === undefined ? 'create' : meaning,
    register,
    ...(id === undefined ? {} : { id: String(id) }),
    properties: properties ?? {},
    geometry,
  }));
}

/** Geometries that an operation brings, those of the pieces of a split included. */
export function geometriesOf({ geometry, into }: ChangeOperation): readonly Geometry[] {
  const parts = into === undefined ? [] : Array.isArray(into) ? into : [into];
  return [
    geometry,
    ...parts.map((part) => (isObject(part) ? (part.geometry as Geometry) : undefined)),
  ].filter((each): each is Geometry => isObject(each) && typeof each.type === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
