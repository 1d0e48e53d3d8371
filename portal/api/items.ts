import type { Feature, Geometry } from 'geojson';
import type { Link } from './links.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

export type PortalFeature = Feature<Geometry | null, Readonly<Record<string, unknown>>> & {
  readonly id: string;
  readonly links?: readonly Link[];
};

export interface ItemsPage {
  readonly features: readonly PortalFeature[];
  readonly numberReturned?: number;
  readonly numberMatched?: number;
  readonly timeStamp?: string;
  readonly links?: readonly Link[];
}

/** What the portal asks of `/items`; names are those of the API, so that a portal URL is an API URL. */
export interface ItemsQuery {
  readonly filter?: string;
  readonly datetime?: string;
  readonly asOf?: string;
  readonly bbox?: string;
  readonly sortby?: string;
  readonly properties?: string;
  readonly skipGeometry?: boolean;
  readonly limit?: number;
  readonly token?: string;
}

export const geoJson = 'application/geo+json';

export function fetchItems(id: string, query: ItemsQuery, ask: Ask): Promise<ItemsPage> {
  return requestJson<ItemsPage>(itemsPath(id, query), { ...ask, accept: geoJson });
}

export function itemsPath(id: string, query: ItemsQuery): string {
  return apiPath(['collections', id, 'items'], parametersOf(query));
}

/** Address of a download of everything that a question finds, in a format of the server. */
export function exportPath(id: string, format: string, query: ItemsQuery): string {
  const { filter, datetime, asOf, bbox, sortby, properties } = query;
  return apiPath(['collections', id, 'export'], {
    f: format,
    ...parametersOf({ filter, datetime, asOf, bbox, sortby, properties }),
  });
}

function parametersOf(query: ItemsQuery): Record<string, string | number | boolean | undefined> {
  return { ...query, 'filter-lang': query.filter === undefined ? undefined : 'cql2-text' };
}
