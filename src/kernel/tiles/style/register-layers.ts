import type { View } from '../../access/narrow.ts';
import type { Language } from '../../i18n/language.ts';
import { languages } from '../../i18n/language.ts';
import type { GeometryKind } from '../../register/declaration.ts';
import type { Register } from '../../register/register.ts';
import { countTag } from '../cell-lattice.ts';
import { importanceField, labelField } from '../layer-fields.ts';
import { languageTag } from '../tile-properties.ts';
import type { Colours } from './colours.ts';
import { type Legend, legendOf } from './legend.ts';

/** A layer of a MapLibre style, as its specification has it. */
export type StyleLayer = Readonly<Record<string, unknown>> & { readonly id: string };

type Kind = 'Polygon' | 'LineString' | 'Point';

const kindsOf: Readonly<Record<GeometryKind, readonly Kind[]>> = {
  Point: ['Point'],
  MultiPoint: ['Point'],
  LineString: ['LineString'],
  MultiLineString: ['LineString'],
  Polygon: ['Polygon'],
  MultiPolygon: ['Polygon'],
  GeometryCollection: ['Polygon', 'LineString', 'Point'],
  Geometry: ['Polygon', 'LineString', 'Point'],
};

/** Fonts of the device: MapLibre draws the letters itself where a style names no glyphs. */
const fonts = ['system-ui', 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'sans-serif'];

export interface LayerContext {
  readonly register: Register;
  readonly view: View;
  readonly source: string;
  readonly colours: Colours;
  readonly language: Language;
}

/** How one register is drawn, from the ground up: areas, lines, points, names. Colours come from its code list. */
export function registerLayers(context: LayerContext): readonly StyleLayer[] {
  const { register, view, colours, language } = context;
  if (register.geometry === null) return [];
  const colour = colourOf(legendOf(register, view, colours, language), colours);
  const kinds = kindsOf[register.geometry];
  return [
    ...(kinds.includes('Polygon') ? areas(context, colour) : []),
    ...(kinds.includes('LineString') ? [lines(context, colour)] : []),
    ...(kinds.includes('Point') ? [points(context, colour)] : []),
    ...names(context),
  ];
}

function colourOf({ field, entries }: Legend, { plain }: Colours): unknown {
  if (field === undefined) return plain;
  return ['match', ['get', field], ...entries.flatMap(({ value, colour }) => [value, colour]), plain];
}

const isKind = (kind: Kind) => ['==', ['geometry-type'], kind];
const isMany = ['has', countTag];

function layer(context: LayerContext, part: string, more: object): StyleLayer {
  const { register, source } = context;
  return { id: `${register.id}-${part}`, source, 'source-layer': register.id, ...more };
}

function areas(context: LayerContext, colour: unknown): StyleLayer[] {
  return [
    layer(context, 'area', {
      type: 'fill',
      filter: isKind('Polygon'),
      paint: { 'fill-color': colour, 'fill-opacity': ['case', isMany, 0.6, 0.28] },
    }),
    // A single area too small to be seen stands as a speck; a circle layer draws one at each corner of its cell.
    layer(context, 'speck', {
      type: 'circle',
      filter: ['all', isKind('Polygon'), isMany, ['has', 'id']],
      paint: { 'circle-color': colour, 'circle-radius': 1.8 },
    }),
    layer(context, 'edge', {
      type: 'line',
      filter: ['all', isKind('Polygon'), ['!', isMany]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.6, 12, 1, 16, 1.8],
      },
    }),
  ];
}

function lines(context: LayerContext, colour: unknown): StyleLayer {
  return layer(context, 'line', {
    type: 'line',
    filter: isKind('LineString'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.2, 12, 2.6],
    },
  });
}

function points(context: LayerContext, colour: unknown): StyleLayer {
  const { colours } = context;
  const manyRadius = ['interpolate', ['linear'], ['ln', ['get', countTag]], 0, 2.5, 7, 8];
  const at = (radius: number) => ['case', isMany, manyRadius, radius];
  return layer(context, 'point', {
    type: 'circle',
    filter: isKind('Point'),
    paint: {
      'circle-color': colour,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 5, at(4), 12, at(7)],
      'circle-stroke-color': colours.edge,
      'circle-stroke-width': 1.2,
    },
  });
}

/** Names in the reader's language, else in whichever there is; the most important first. */
function names(context: LayerContext): StyleLayer[] {
  const { register, view, colours, language } = context;
  const field = labelField(register, view);
  if (!field) return [];
  const others = languages.filter((each) => each !== language);
  const text =
    field.type === 'localized'
      ? ['coalesce', ...[language, ...others].map((each) => ['get', languageTag(field.name, each)])]
      : ['to-string', ['get', field.name]];
  const importance = importanceField(register, view);
  const isArea = register.geometry === 'Polygon' || register.geometry === 'MultiPolygon';
  const isPoint = register.geometry === 'Point' || register.geometry === 'MultiPoint';
  return [
    layer(context, 'name', {
      type: 'symbol',
      ...(isPoint ? { minzoom: 7.5 } : { minzoom: isArea ? 8 : 7 }),
      filter: ['all', ['has', 'id'], ['!', isMany]],
      layout: {
        'text-field': text,
        'text-font': fonts,
        'text-size': 12,
        'text-max-width': 9,
        'text-padding': 4,
        ...(isPoint
          ? { 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.8 }
          : {}),
        ...(importance ? { 'symbol-sort-key': ['-', 0, ['coalesce', ['get', importance.name], 0]] } : {}),
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
    }),
  ];
}
