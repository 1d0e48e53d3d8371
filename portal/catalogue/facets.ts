import type { CatalogueRecord } from '../api/catalogue.ts';

/** Properties that narrow results down. */
export const facetNames = ['theme', 'custodian', 'desk', 'type'] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values by facet; an empty text stands for records that do not say. */
export type Chosen = Readonly<Partial<Record<FacetName, readonly string[]>>>;

export interface FacetValue {
  readonly value: string;
  readonly title: string;
  readonly count: number;
}

/** Records that every facet lets through; within one facet any chosen value will do. */
export function narrowed(records: readonly CatalogueRecord[], chosen: Chosen): readonly CatalogueRecord[] {
  return records.filter((record) => passes(record, chosen));
}

/** Values of a facet with the records that each would show beside what the other facets let through. */
export function facetValues(
  records: readonly CatalogueRecord[],
  facet: FacetName,
  chosen: Chosen,
  title: (record: CatalogueRecord) => string,
): readonly FacetValue[] {
  const others = { ...chosen, [facet]: undefined };
  const values = new Map<string, FacetValue>();
  for (const record of records) {
    const value = facetValue(record, facet);
    const known = values.get(value) ?? { value, title: title(record), count: 0 };
    values.set(value, passes(record, others) ? { ...known, count: known.count + 1 } : known);
  }
  return [...values.values()].sort(
    (a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count,
  );
}

export function facetValue({ properties }: CatalogueRecord, facet: FacetName): string {
  return properties[facet] ?? '';
}

/** Name of a record's theme in the reader's language. */
export function themeTitle({ properties: { themes = [], theme } }: CatalogueRecord): string | undefined {
  const concepts = themes.flatMap((each) => each.concepts);
  return concepts.find(({ title }) => title !== undefined)?.title ?? theme;
}

function passes(record: CatalogueRecord, chosen: Chosen): boolean {
  return facetNames.every((facet) => {
    const wanted = chosen[facet];
    return wanted === undefined || wanted.length === 0 || wanted.includes(facetValue(record, facet));
  });
}
