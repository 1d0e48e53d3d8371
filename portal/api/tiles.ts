import type { LayerSpecification } from 'maplibre-gl';
import type { ItemsQuery } from './items.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** What a colour of the map says. */
export interface LegendEntry {
  /** Code; null for everything without one. */
  readonly value: string | null;
  readonly title: string;
  readonly colour: string;
}

export interface Legend {
  readonly field?: string;
  readonly title: string;
  readonly entries: readonly LegendEntry[];
}

/** How a register is drawn, as its style says: layers that read its tiles, and what their colours mean. */
export interface RegisterStyle {
  readonly layers: readonly LayerSpecification[];
  readonly legend: Legend | undefined;
}

interface StyleDocument {
  readonly layers: readonly LayerSpecification[];
  readonly metadata?: { readonly 'ufuq:legend'?: Readonly<Record<string, Legend>> };
}

export async function fetchStyle(register: string, isDark: boolean, ask: Ask): Promise<RegisterStyle> {
  const path = apiPath(['collections', register, 'styles', isDark ? 'dark' : 'light']);
  const style = await requestJson<StyleDocument>(path, {
    ...ask,
    accept: 'application/vnd.mapbox.style+json',
  });
  return {
    layers: style.layers.filter(({ type }) => type !== 'background'),
    legend: style.metadata?.['ufuq:legend']?.[register],
  };
}

/** Absolute address of the TileJSON of a register under a question: the tiles carry both times and the filter. */
export function tilesAddress(
  register: string,
  { filter, datetime, asOf }: Pick<ItemsQuery, 'filter' | 'datetime' | 'asOf'>,
  properties: readonly string[],
): string {
  const path = apiPath(['collections', register, 'tiles', 'WebMercatorQuad'], {
    f: 'tilejson',
    filter,
    'filter-lang': filter === undefined ? undefined : 'cql2-text',
    datetime,
    asOf,
    properties: properties.join(','),
  });
  return new URL(path, location.href).href;
}
