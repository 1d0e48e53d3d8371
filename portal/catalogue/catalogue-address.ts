import { type Chosen, type FacetName, facetNames } from './facets.ts';

/** What the address of the room asks. */
export interface CatalogueAddress {
  readonly words: string;
  readonly bbox: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly chosen: Chosen;
}

const separator = ',';

export function readAddress(search: URLSearchParams): CatalogueAddress {
  const chosen: Partial<Record<FacetName, readonly string[]>> = {};
  for (const facet of facetNames) {
    const value = search.get(facet);
    if (value !== null) chosen[facet] = value.split(separator);
  }
  const [from = '', to = ''] = (search.get('datetime') ?? '').split('/');
  return {
    words: search.get('words') ?? '',
    bbox: search.get('bbox') ?? undefined,
    from: from === '..' ? '' : from,
    to: to === '..' ? '' : to,
    chosen,
  };
}

/** `datetime` of the API; undefined where neither end is said. */
export function datetimeOf({ from, to }: Pick<CatalogueAddress, 'from' | 'to'>): string | undefined {
  if (from === '' && to === '') return undefined;
  return `${from === '' ? '..' : from}/${to === '' ? '..' : to}`;
}

export function writeAddress(address: CatalogueAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (address.words !== '') search.set('words', address.words);
  if (address.bbox !== undefined) search.set('bbox', address.bbox);
  const datetime = datetimeOf(address);
  if (datetime !== undefined) search.set('datetime', datetime);
  for (const facet of facetNames) {
    const values = address.chosen[facet] ?? [];
    if (values.length > 0) search.set(facet, values.join(separator));
  }
  return search;
}
