import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { RegisterStyle } from '../api/tiles.ts';
import type { Palette } from './palette.ts';

/** A register as the map draws it from tiles. */
export interface TileContent {
  readonly register: string;
  /** Address of the TileJSON, which carries the question. */
  readonly address: string;
  readonly style: RegisterStyle;
}

export const tileSource = 'tiles';

/** Tag of features that stand for several records. */
export const countTag = 'ufuq:count';

const isMarked: ExpressionSpecification = [
  'any',
  ['boolean', ['feature-state', 'hover'], false],
  ['boolean', ['feature-state', 'selected'], false],
];

const colours = ['fill-color', 'line-color', 'circle-color'] as const;

/** The layers of a style, reading the map's own source; what is under the pointer takes the colour of the sun. */
export function tileLayers(
  { style }: TileContent,
  palette: Palette,
  areNamed: boolean,
): LayerSpecification[] {
  return style.layers
    .filter(({ type }) => areNamed || type !== 'symbol')
    .map((layer) => {
      const paint: Record<string, unknown> = { ...layer.paint };
      for (const name of colours)
        if (paint[name] !== undefined) paint[name] = ['case', isMarked, palette.marked, paint[name]];
      return { ...layer, source: tileSource, paint } as LayerSpecification;
    });
}

/** Ids of the layers that a pointer can meet, the topmost first. */
export function tileLayerIds({ style }: TileContent): string[] {
  return style.layers
    .filter(({ type }) => type !== 'symbol')
    .map(({ id }) => id)
    .reverse();
}
