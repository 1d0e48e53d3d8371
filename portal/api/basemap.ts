import type { FeatureCollection } from 'geojson';
import { type Box, boxOf, type Collection } from './collections.ts';
import { fetchItems } from './items.ts';
import type { Ask } from './request.ts';
import { tilesAddress } from './tiles.ts';

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

/** Tiles that play a role. */
export interface BasemapTiles {
  readonly register: string;
  /** Address of their TileJSON. */
  readonly address: string;
}

export interface Basemap {
  readonly box: Box | undefined;
  /** Register whose records the basemap names by itself. */
  readonly named: string | undefined;
  readonly layers: readonly BasemapLayer[];
  readonly tiles: Partial<Readonly<Record<BasemapRole, BasemapTiles>>>;
}

/** What usually plays a role, for installations whose pack says nothing. */
const usual: readonly BasemapLayer[] = [
  { role: 'land', register: 'countries', filter: "role <> 'home'" },
  { role: 'country', register: 'countries', filter: "role = 'home'" },
  { role: 'divisions', register: 'administrative-districts' },
  { role: 'borders', register: 'border-lines' },
  { role: 'places', register: 'settlements', filter: "kind <> 'village'" },
];

/** Where the basemap's tiles are; registers that are not there, or are empty, are left out: a map without them still helps. */
export function basemapOf(collections: readonly Collection[], configured: BasemapPlan | undefined): Basemap {
  const collectionOf = (register: string | undefined) => collections.find(({ id }) => id === register);
  const plan = configured ?? { layers: usual };
  const layers = plan.layers.filter(({ register }) => boxOf(collectionOf(register)) !== undefined);
  const registerOf = (role: BasemapRole) => layers.find((layer) => layer.role === role)?.register;
  const tiles = layers.map(({ role, register, filter }) => {
    return [role, { register, address: tilesAddress(register, { filter }, []) }] as const;
  });
  const subject = registerOf('divisions') ?? registerOf('country');
  return {
    layers,
    tiles: Object.fromEntries(tiles),
    named: plan.layers.find(({ role }) => role === 'places')?.register,
    box: plan.box ?? boxOf(collectionOf(subject)),
  };
}

const mostShapes = 1000;

/** The country's shapes, for pictures that are drawn without a map. */
export async function fetchOutline({ layers }: Basemap, ask: Ask): Promise<FeatureCollection> {
  const shapes =
    layers.find(({ role }) => role === 'country') ?? layers.find(({ role }) => role === 'divisions');
  if (shapes === undefined) return { type: 'FeatureCollection', features: [] };
  const page = await fetchItems(shapes.register, { limit: mostShapes, filter: shapes.filter }, ask);
  return { type: 'FeatureCollection', features: page.features as FeatureCollection['features'] };
}
