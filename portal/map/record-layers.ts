import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFont } from './basemap-layers.ts';
import type { Palette } from './palette.ts';

/** Layers that a pointer can meet. */
export const recordLayerIds = ['record-fill', 'record-line', 'record-speck', 'record-point'] as const;

const isOfKind = (kind: 'Point' | 'LineString' | 'Polygon'): FilterSpecification => [
  '==',
  ['geometry-type'],
  kind,
];

const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const isMarked: ExpressionSpecification = ['any', ['boolean', ['feature-state', 'hover'], false], isSelected];

/** What offends stays in the colour of warning, and is only fuller where it is marked. */
const isFault: ExpressionSpecification = ['==', ['get', 'tone'], 'fault'];
const fillOpacity: ExpressionSpecification = [
  'case',
  ['all', isFault, isMarked],
  0.8,
  isFault,
  0.5,
  isSelected,
  0.45,
  isMarked,
  0.35,
  0.14,
];

/** Records as areas, lines and points; the one under the pointer and the selected one take the colour of the sun. */
export function recordLayers(palette: Palette): LayerSpecification[] {
  const colour: ExpressionSpecification = [
    'case',
    isFault,
    palette.fault,
    isMarked,
    palette.marked,
    ['==', ['get', 'tone'], 'added'],
    palette.added,
    ['==', ['get', 'tone'], 'removed'],
    palette.removed,
    ['==', ['get', 'tone'], 'kept'],
    palette.kept,
    palette.record,
  ];
  return [
    {
      id: 'record-fill',
      type: 'fill',
      source: 'records',
      filter: isOfKind('Polygon'),
      paint: { 'fill-color': colour, 'fill-opacity': fillOpacity },
    },
    {
      id: 'record-line',
      type: 'line',
      source: 'records',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': colour,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          5,
          ['case', isMarked, 2.2, 1],
          12,
          ['case', isMarked, 4, 2],
        ],
      },
    },
    {
      id: 'record-speck',
      type: 'circle',
      source: 'records',
      filter: ['all', ['get', 'isSmall'], ['!=', ['geometry-type'], 'Point']],
      maxzoom: 11,
      paint: { 'circle-color': colour, 'circle-radius': ['case', isMarked, 5, 2.5] },
    },
    {
      id: 'record-point',
      type: 'circle',
      source: 'records',
      filter: isOfKind('Point'),
      paint: {
        'circle-color': colour,
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          5,
          ['case', isMarked, 7, 4.5],
          12,
          ['case', isMarked, 11, 8],
        ],
        'circle-stroke-color': ['case', isMarked, palette.markedEdge, palette.recordEdge],
        'circle-stroke-width': 1.5,
      },
    },
  ];
}

/** Names of records, where there is room for them. */
export function recordNames(palette: Palette): LayerSpecification {
  return {
    id: 'record-names',
    type: 'symbol',
    source: 'records',
    minzoom: 7.5,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': mapFont,
      'text-size': 12,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.8,
      'text-max-width': 9,
      'text-padding': 4,
    },
    paint: { 'text-color': palette.record, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}
