import type { Geometry } from 'geojson';
import { countPositions, eachPosition } from '../../kernel/geo/geometry-positions.ts';
import { foldedText, matchScore } from '../../kernel/i18n/fold/match.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { FoundRecord } from '../../kernel/search/find-records.ts';
import { searchedFields, textsOf } from '../../kernel/search/searched-fields.ts';

/** A record that answers a search. */
export interface Hit {
  readonly register: string;
  readonly registerTitle: string;
  readonly id: string;
  readonly title: string;
  /** Where the words stand, if not in the title. */
  readonly detail?: string;
  /** Its place; of large geometries the box around them. */
  readonly geometry: Geometry | null;
}

/** A found record as a list shows it, in the reader's language. */
export function hitOf({ register, record }: FoundRecord, q: string, language: Language): Hit {
  const { id, properties, geometry } = record;
  const fields = searchedFields(register.fields, register.titleField);
  const text = (name: string | undefined) =>
    name === undefined ? undefined : valueText(properties[name], language);
  const title = text(register.titleField) || id;
  const detail = titleAnswers(title, properties[register.titleField ?? ''], q)
    ? undefined
    : text(fields.find(({ name }) => name !== register.titleField && answersAny(properties[name], q))?.name);
  return {
    register: register.id,
    registerTitle: textIn(language, register.title)!,
    id,
    title,
    ...(detail ? { detail } : {}),
    geometry: geometry && outline(geometry),
  };
}

/** Whether the title answers; where another language's does, that one is the detail. */
function titleAnswers(shown: string, value: unknown, q: string): boolean {
  return [shown, ...textsOf(value)].some((text) => matchScore(foldedText(q), foldedText(text)) > 0);
}

function answersAny(value: unknown, q: string): boolean {
  const words = foldedText(q).words.map(({ key }) => foldedText(key));
  return textsOf(value).some((text) => words.some((word) => matchScore(word, foldedText(text)) > 0));
}

const mostPositions = 60;

/** Where a hit is: its geometry, or the box around one that a list has no use for in full. */
function outline(geometry: Geometry): Geometry {
  if (countPositions(geometry) <= mostPositions) return geometry;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(geometry, ([x, y]) => {
    [west, south] = [Math.min(west, x!), Math.min(south, y!)];
    [east, north] = [Math.max(east, x!), Math.max(north, y!)];
  });
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function valueText(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? (textIn(language, value) ?? '') : '';
}
