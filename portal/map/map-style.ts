import type { LayerSpecification } from 'maplibre-gl';
import type { Language } from '../../src/kernel/i18n/language.ts';
import type { Basemap, BasemapRole } from '../api/basemap.ts';
import { groundLayers, placeLayers } from './basemap-layers.ts';
import type { StyleSpecification } from './engine.ts';
import type { LabelledCollection } from './labelled.ts';
import { paletteOf } from './palette.ts';
import { recordLayers, recordNames } from './record-layers.ts';
import { type TileContent, tileLayers, tileSource } from './tile-layers.ts';

export interface MapContent {
  readonly basemap: Basemap | undefined;
  /** Records that are drawn by themselves: the only ones of a record's map, the selected one above tiles. */
  readonly records: LabelledCollection;
  readonly tiles?: TileContent | undefined;
  readonly language: Language;
  readonly isDark: boolean;
  /** Whether names of records are written; off where the records are the places themselves. */
  readonly areRecordsNamed: boolean;
}

/** The entire map as a MapLibre style: no address in it leads outside. */
export function mapStyle({
  basemap,
  records,
  tiles,
  language,
  isDark,
  areRecordsNamed,
}: MapContent): StyleSpecification {
  const palette = paletteOf(isDark);
  const ground = basemap?.tiles ?? {};
  const grounds: Partial<typeof ground> = { ...ground, country: ground.country ?? ground.divisions };
  const drawn = (layers: readonly LayerSpecification[]) => layers.flatMap((layer) => onTiles(layer, grounds));
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(
        Object.entries(grounds).flatMap(([role, tiles]) =>
          tiles === undefined
            ? []
            : [[role, { type: 'vector' as const, url: tiles.address, maxzoom: groundZoom }]],
        ),
      ),
      // Simplification would drop areas that are smaller than a pixel, and with them the specks that stand for them.
      records: { type: 'geojson', data: records, promoteId: 'id', tolerance: 0 },
      ...(tiles ? { [tileSource]: { type: 'vector' as const, url: tiles.address, promoteId: 'id' } } : {}),
    },
    layers: [
      ...drawn(groundLayers(palette, ground.land !== undefined)),
      ...(tiles ? tileLayers(tiles, palette, false) : []),
      ...recordLayers(palette),
      ...drawn(placeLayers(palette, language)),
      ...(tiles && areRecordsNamed
        ? tileLayers(tiles, palette, true).filter(({ type }) => type === 'symbol')
        : []),
      ...(areRecordsNamed ? [recordNames(palette)] : []),
    ],
  };
}

/** Tiles of the ground are asked for up to here and enlarged beyond: a unit of theirs is 2.4 m. */
const groundZoom = 12;

/** A layer of the ground as it reads the tiles of its role; none where nothing plays it. */
function onTiles(layer: LayerSpecification, grounds: Basemap['tiles']): LayerSpecification[] {
  if (!('source' in layer)) return [layer];
  const tiles = grounds[layer.source as BasemapRole];
  return tiles === undefined ? [] : [{ ...layer, 'source-layer': tiles.register } as LayerSpecification];
}
