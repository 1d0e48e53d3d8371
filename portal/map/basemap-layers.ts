import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { type Language, languages } from '../../src/kernel/i18n/language.ts';
import type { Palette } from './palette.ts';

/** Fonts of the device: MapLibre draws the letters itself, so ə, ğ and Arabic need no glyph files. */
export const mapFont = ['system-ui', 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'sans-serif'];

/** Places are named in the order of their weight: the capital first, villages last. */
const rank: ExpressionSpecification = [
  '-',
  ['match', ['get', 'kind'], 'capital', 0, 'city', 1, 'town', 2, 'village', 3, 2],
  ['min', 0.9, ['/', ['to-number', ['get', 'population'], 0], 3_000_000]],
];

/** Places that a zoom has room for. */
const shownPlaces: FilterSpecification = [
  '<',
  rank,
  ['step', ['zoom'], 0.985, 6.8, 1.95, 8.2, 2.95, 10.5, 9],
];

/** The ground: water, land, the country with its divisions and borders. `hasLand` says that neighbours are drawn. */
export function groundLayers(palette: Palette, hasLand: boolean): LayerSpecification[] {
  return [
    {
      id: 'background',
      type: 'background',
      paint: { 'background-color': hasLand ? palette.water : palette.beyond },
    },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
    {
      id: 'land-edge',
      type: 'line',
      source: 'land',
      paint: { 'line-color': palette.division, 'line-width': 0.7 },
    },
    {
      id: 'glow',
      type: 'line',
      source: 'country',
      paint: { 'line-color': palette.border, 'line-opacity': 0.22, 'line-width': 7, 'line-blur': 5 },
    },
    { id: 'country', type: 'fill', source: 'country', paint: { 'fill-color': palette.country } },
    {
      id: 'divisions',
      type: 'line',
      source: 'divisions',
      paint: {
        'line-color': palette.division,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.4, 10, 1.4],
      },
    },
    {
      id: 'outline',
      type: 'line',
      source: 'country',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.9, 10, 1.6],
      },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.1, 10, 2.2],
      },
    },
    {
      id: 'place-dots',
      type: 'circle',
      source: 'places',
      filter: shownPlaces,
      paint: {
        'circle-color': palette.country,
        'circle-radius': ['case', ['<', rank, 0.5], 3.2, 2.2],
        'circle-stroke-color': palette.quietLabel,
        'circle-stroke-width': 1.2,
      },
    },
  ];
}

/** The name in the reader's language, or else in one that there is. */
function nameIn(language: Language): ExpressionSpecification {
  const names = [...new Set([language, 'en', ...languages])].map(
    (each): ExpressionSpecification => ['get', `name:${each}`],
  );
  return ['coalesce', ...names, ['get', 'name'], ''];
}

/** Names of places, above the records, fewer where the map is small. */
export function placeLayers(palette: Palette, language: Language): LayerSpecification[] {
  return [
    {
      id: 'place-names',
      type: 'symbol',
      source: 'places',
      filter: shownPlaces,
      layout: {
        'text-field': nameIn(language),
        'text-font': mapFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, ['case', ['<', rank, 0.5], 14, 12], 10, 15],
        'symbol-sort-key': rank,
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.45,
        'text-padding': 6,
        'text-max-width': 8,
      },
      paint: {
        'text-color': ['case', ['<', rank, 0.95], palette.label, palette.quietLabel],
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4,
      },
    },
  ];
}
