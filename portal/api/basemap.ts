import type { FeatureCollection } from 'geojson';
import { boundsOf } from '../map/bounds.ts';
import type { Box, Collection } from './collections.ts';
import { fetchItems } from './items.ts';
import type { Ask } from './request.ts';

/** What a register is on the basemap, from the ground up. */
export const basemapRoles = ['land', 'country', 'divisions', 'borders', 'places'] as const;

export type BasemapRole = (typeof basemapRoles)[number];

/** Registers that the basemap is drawn from, as the country pack configures them. */
export interface BasemapPlan {
  readonly box?: Box;
  readonly layers: readonly BasemapLayer[];
}

export interface BasemapLayer {
  readonly role: BasemapRole;
  readonly register: string;
  readonly filter?: string;
}

export type Basemap = {
  readonly box: Box | undefined;
  /** Register whose records the basemap names by itself. */
  readonly named: string | undefined;
} & Partial<Record<BasemapRole, FeatureCollection>>;

const mostFeatures = 1000;

/** What usually plays a role, for installations whose pack says nothing. */
const usual: readonly BasemapLayer[] = [
  { role: 'land', register: 'countries', filter: "role <> 'home'" },
  { role: 'country', register: 'countries', filter: "role = 'home'" },
  { role: 'divisions', register: 'administrative-districts' },
  { role: 'borders', register: 'border-lines' },
  { role: 'places', register: 'settlements', filter: "kind <> 'village'" },
];

/** The basemap as GeoJSON by role; a register that cannot be read is left out, because a map without it still helps. */
export async function fetchBasemap(
  collections: readonly Collection[],
  configured: BasemapPlan | undefined,
  ask: Ask,
): Promise<Basemap> {
  const plan = configured ?? { layers: usual };
  const parts = await Promise.all(
    plan.layers
      .filter(({ register }) => collections.some(({ id }) => id === register))
      .map(async ({ role, register, filter }) => {
        const page = await fetchItems(register, { limit: mostFeatures, filter }, ask).catch(() => undefined);
        return page === undefined
          ? undefined
          : ([role, { type: 'FeatureCollection', features: page.features } as FeatureCollection] as const);
      }),
  );
  const layers: Partial<Record<BasemapRole, FeatureCollection>> = Object.fromEntries(
    parts.filter((part) => part !== undefined),
  );
  const subject = layers.country ?? layers.divisions;
  const named = plan.layers.find(({ role }) => role === 'places')?.register;
  return {
    ...layers,
    named,
    box: plan.box ?? boundsOf(subject?.features.map(({ geometry }) => geometry) ?? []),
  };
}
