import type { View } from '../../kernel/access/narrow.ts';
import { type Link, segment } from '../../kernel/http/links.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { GeometryKind } from '../../kernel/register/declaration.ts';
import type { Register } from '../../kernel/register/register.ts';
import { colourField, labelField } from '../../kernel/tiles/layer-fields.ts';

export interface DescribedStyle {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** Absolute URL of the server. */
  readonly base: string;
  /** Absolute URL of the style. */
  readonly url: string;
  readonly stylesheet: Link;
  /** What is drawn, and what of it the reader sees. */
  readonly subjects: readonly { readonly register: Register; readonly view: View }[];
}

const json = 'application/json';

/** What a style is, what it is written in and which fields it reads (OGC 20-009, `/req/core/style-md-success`). */
export function styleMetadata({ id, title, language, base, url, stylesheet, subjects }: DescribedStyle) {
  const [first] = subjects;
  const description = subjects.length === 1 ? textIn(language, first!.register.description) : undefined;
  return {
    id,
    title,
    ...(description === undefined ? {} : { description }),
    scope: 'style',
    stylesheets: [
      {
        title: 'MapLibre Style',
        version: '8',
        specification: 'https://maplibre.org/maplibre-style-spec/',
        native: true,
        tilingScheme: 'GoogleMapsCompatible',
        link: stylesheet,
      },
    ],
    layers: subjects.map(({ register, view }) => {
      const collection = `${base}/collections/${segment(register.id)}`;
      return {
        id: register.id,
        description: textIn(language, register.title),
        dataType: 'vector',
        geometryType: geometryTypes[register.geometry!],
        propertiesSchema: Object.fromEntries(
          [colourField(register, view), labelField(register, view)].flatMap((field) =>
            field ? [[field.name, { type: 'string', title: textIn(language, field.title) }]] : [],
          ),
        ),
        sampleData: { rel: 'start', href: `${collection}/items`, type: 'application/geo+json' },
      };
    }),
    links: [{ rel: 'self', href: `${url}/metadata`, type: json }],
  };
}

const geometryTypes: Readonly<Record<GeometryKind, 'points' | 'lines' | 'polygons' | 'any'>> = {
  Point: 'points',
  MultiPoint: 'points',
  LineString: 'lines',
  MultiLineString: 'lines',
  Polygon: 'polygons',
  MultiPolygon: 'polygons',
  GeometryCollection: 'any',
  Geometry: 'any',
};
