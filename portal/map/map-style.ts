import type { Language } from '../../src/kernel/i18n/language.ts';
import type { Basemap } from '../api/basemap.ts';
import { groundLayers, placeLayers } from './basemap-layers.ts';
import type { StyleSpecification } from './engine.ts';
import { type LabelledCollection, labelled } from './labelled.ts';
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
  const source = (features: Parameters<typeof labelled>[0]) => ({
    type: 'geojson' as const,
    data: labelled(features, language),
  });
  return {
    version: 8,
    sources: {
      land: source(basemap?.land?.features),
      country: source(basemap?.country?.features ?? basemap?.divisions?.features),
      divisions: source(basemap?.divisions?.features),
      borders: source(basemap?.borders?.features),
      places: source(basemap?.places?.features),
      // Simplification would drop areas that are smaller than a pixel, and with them the specks that stand for them.
      records: { type: 'geojson', data: records, promoteId: 'id', tolerance: 0 },
      ...(tiles ? { [tileSource]: { type: 'vector' as const, url: tiles.address, promoteId: 'id' } } : {}),
    },
    layers: [
      ...groundLayers(palette, basemap?.land !== undefined),
      ...(tiles ? tileLayers(tiles, palette, false) : []),
      ...recordLayers(palette),
      ...placeLayers(palette),
      ...(tiles && areRecordsNamed
        ? tileLayers(tiles, palette, true).filter(({ type }) => type === 'symbol')
        : []),
      ...(areRecordsNamed ? [recordNames(palette)] : []),
    ],
  };
}
