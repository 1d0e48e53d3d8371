import type { Geometry } from 'geojson';
import type { Caller } from '../../kernel/access/caller.ts';
import { narrow, visibleRegisters } from '../../kernel/access/narrow.ts';
import { countPositions, eachPosition } from '../../kernel/geo/geometry-positions.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import type { Field } from '../../kernel/register/declaration.ts';
import type { Register } from '../../kernel/register/register.ts';
import type { Services } from '../../kernel/services.ts';
import { searchedFields, searchFilter } from './question.ts';

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

export interface Search {
  readonly words: readonly string[];
  /** Records of one register at most. */
  readonly limit: number;
  readonly language: Language;
  readonly caller: Caller;
}

/** Looks for words in every register that the caller may know of; registers come in the order of their declaration. */
export async function find(services: Services, search: Search): Promise<readonly Hit[]> {
  const registers = visibleRegisters(services.registry.all(), search.caller);
  const found = await Promise.all(registers.map((register) => findIn(services, register, search)));
  return found.flat();
}

async function findIn(services: Services, register: Register, search: Search): Promise<readonly Hit[]> {
  const { words, limit, language, caller } = search;
  const fields = searchedFields(register, narrow(register, caller));
  const filter = searchFilter(words, fields);
  if (filter === undefined) return [];
  const { records } = await services.reader.page({ register: register.id, caller, filter, limit });
  return records.map((record) => hitOf(register, record, fields, words, language));
}

function hitOf(
  register: Register,
  record: RecordView,
  fields: readonly Field[],
  words: readonly string[],
  language: Language,
): Hit {
  const text = (field: Field | undefined) => field && valueText(record.properties[field.name], language);
  const titleField = fields.find(({ name }) => name === register.titleField);
  const place = fields.find(
    (field) => field !== titleField && words.some((word) => folded(text(field)).includes(folded(word))),
  );
  const detail = text(place);
  return {
    register: register.id,
    registerTitle: textIn(language, register.title)!,
    id: record.id,
    title: text(titleField) || record.id,
    ...(detail ? { detail } : {}),
    geometry: record.geometry && outline(record.geometry),
  };
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

/** As near to the database's folding as finding the place needs. */
function folded(text = ''): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
