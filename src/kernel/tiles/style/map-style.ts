import type { View } from '../../access/narrow.ts';
import type { Language } from '../../i18n/language.ts';
import { textIn } from '../../i18n/text-in.ts';
import type { Register } from '../../register/register.ts';
import { type Appearance, coloursOf } from './colours.ts';
import { type Legend, legendOf } from './legend.ts';
import { registerLayers, type StyleLayer } from './register-layers.ts';

/** What a generated style says beside what MapLibre draws: its legends by register. */
export const legendKey = 'ufuq:legend';

export interface MapStyle {
  readonly version: 8;
  readonly name: string;
  readonly metadata: { readonly [legendKey]: Readonly<Record<string, Legend>> };
  readonly sources: Readonly<Record<string, object>>;
  readonly layers: readonly StyleLayer[];
}

export interface StyleSubject {
  readonly register: Register;
  readonly view: View;
  /** Absolute URL of its TileJSON. */
  readonly tiles: string;
}

/** Areas under lines under points, whichever register they are of. */
const order = ['area', 'speck', 'edge', 'line', 'point', 'name'];

/** A MapLibre style (version 8) of registers, derived from their declarations, in one language and appearance. */
export function mapStyle(
  name: string,
  subjects: readonly StyleSubject[],
  appearance: Appearance,
  language: Language,
): MapStyle {
  const colours = coloursOf(appearance);
  const layers = subjects.flatMap(({ register, view }) =>
    registerLayers({ register, view, source: register.id, colours, language }),
  );
  const rank = ({ id }: StyleLayer) => order.indexOf(id.slice(id.lastIndexOf('-') + 1));
  return {
    version: 8,
    name,
    metadata: {
      [legendKey]: Object.fromEntries(
        subjects.map(({ register, view }) => [register.id, legendOf(register, view, colours, language)]),
      ),
    },
    sources: Object.fromEntries(
      subjects.map(({ register, tiles }) => [register.id, { type: 'vector', url: tiles, promoteId: 'id' }]),
    ),
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': colours.background } },
      ...layers.toSorted((a, b) => rank(a) - rank(b)),
    ],
  };
}

/** Title of a register's style. */
export function styleName(register: Register, language: Language): string {
  return textIn(language, register.title)!;
}
