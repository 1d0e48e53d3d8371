import type { CatalogueEntry } from '../../kernel/catalogue/catalogue-entry.ts';
import { entryTexts } from '../../kernel/catalogue/entry-texts.ts';
import { type FoldedText, foldedText, matchScore, phraseScore, spelt } from '../../kernel/i18n/fold/match.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { Box, SortKey } from '../../kernel/query/question.ts';
import { compilePredicate, preparePredicates } from '../../kernel/query/to-predicate.ts';
import { boxGeometry } from './record-document.ts';
import { recordScope } from './record-fields.ts';
import type { RecordsQuery } from './records-query.ts';

/**
 * The entries that a query finds: best answers first where words are asked for, else in the order asked for, else as
 * they stand.
 */
export async function selectRecords(
  entries: readonly CatalogueEntry[],
  query: RecordsQuery,
  language: Language,
  /** Base of external identifiers: the URL of the collections. */
  scheme: string,
): Promise<readonly CatalogueEntry[]> {
  const holds = await filterTest(query, language);
  const kept = entries.filter(
    (entry) =>
      isOneOf(query.types, entry.type) &&
      isOneOf(query.ids, entry.id) &&
      isOneOf(query.themes, entry.theme?.id) &&
      isOneOf(query.custodians, entry.custodian?.id) &&
      isOneOf(query.desks, entry.desk) &&
      isNamed(query.externalIds, entry, scheme) &&
      isInside(query.bbox, entry) &&
      isDuring(query.datetime, entry) &&
      holds(entry),
  );
  // A sound is a guess, and of use where nothing is spelt so.
  const bySpelling = answering(kept, query, (text) => spelt(foldedText(text)));
  const scored = bySpelling.length > 0 ? bySpelling : answering(kept, query, foldedText);
  if (query.sortBy)
    return sorted(
      scored.map(({ entry }) => entry),
      query.sortBy,
      language,
    );
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

type Fold = (text: string) => FoldedText;

function answering(entries: readonly CatalogueEntry[], query: RecordsQuery, fold: Fold) {
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, query, fold) }))
    .filter(({ score }) => score > 0);
}

/** 1 where nothing is asked; else the worth of the best text that answers. */
function scoreOf(entry: CatalogueEntry, { q, words }: RecordsQuery, fold: Fold): number {
  const texts = entryTexts(entry);
  const best = (asked: FoldedText, by: typeof matchScore) =>
    Math.max(0, ...texts.map(({ text, worth }) => worth * by(asked, text)));
  const phrases = q === undefined ? 1 : Math.max(0, ...q.map((phrase) => best(fold(phrase), phraseScore)));
  const typed = words === undefined ? 1 : wordsScore(words, best, fold);
  return phrases * typed;
}

/** Every word in some text; words that stand together in one text count more. */
function wordsScore(
  words: string,
  best: (asked: FoldedText, by: typeof matchScore) => number,
  fold: Fold,
): number {
  const asked = fold(words);
  if (asked.words.length === 0) return 1;
  const together = best(asked, matchScore);
  const each = words
    .split(/\s+/u)
    .map(fold)
    .filter(({ words: own }) => own.length > 0)
    .map((word) => best(word, matchScore));
  const apart = each.includes(0) ? 0 : each.reduce((sum, score) => sum + score, 0) / each.length;
  return Math.max(together, 0.9 * apart);
}

function isOneOf(wanted: readonly string[] | undefined, value: string | null | undefined): boolean {
  return wanted === undefined || wanted.includes(value ?? '');
}

/** `/req/record-core-query-parameters/externalIds-response`: `scheme:value`, a value, or a scheme. */
function isNamed(
  wanted: readonly string[] | undefined,
  { register, id }: CatalogueEntry,
  scheme: string,
): boolean {
  const value = register ?? id;
  return wanted === undefined || wanted.some((each) => [value, scheme, `${scheme}:${value}`].includes(each));
}

/** Only what has a place lies inside of a box. */
function isInside(box: Box | undefined, { bbox }: CatalogueEntry): boolean {
  if (!box) return true;
  if (!bbox) return false;
  const [west, south, east, north] = box;
  const overlaps = (w: number, e: number) => parts(bbox).some(([a, b]) => a <= e && b >= w);
  return bbox[1] <= north && bbox[3] >= south && parts([west, 0, east, 0]).some(([w, e]) => overlaps(w, e));
}

/** Spans of longitude of a box: two where it crosses the antimeridian. */
function parts([west, , east]: readonly number[]): readonly (readonly [number, number])[] {
  return west! <= east!
    ? [[west!, east!]]
    : [
        [west!, 180],
        [-180, east!],
      ];
}

function isDuring(asked: RecordsQuery['datetime'], { time }: CatalogueEntry): boolean {
  if (!asked) return true;
  if (!time) return false;
  const begins = (instant: string | null) =>
    instant === null ? Number.NEGATIVE_INFINITY : Date.parse(instant);
  const ends = (instant: string | null) =>
    instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant);
  return begins(time.from) <= ends(asked.to) && ends(time.to) >= begins(asked.from);
}

async function filterTest(
  { filter }: RecordsQuery,
  language: Language,
): Promise<(entry: CatalogueEntry) => boolean> {
  if (filter === undefined) return () => true;
  await preparePredicates();
  const truth = compilePredicate(filter, recordScope);
  return (entry) =>
    truth({
      id: entry.id,
      properties: flatProperties(entry, language),
      geometry: entry.bbox && boxGeometry(entry.bbox),
    }) === true;
}

/** An entry as filters and orders see it. */
export function flatProperties(entry: CatalogueEntry, language: Language): Readonly<Record<string, unknown>> {
  const say = (text: unknown) => textIn(language, text as never) ?? null;
  return {
    id: entry.id,
    type: entry.type,
    title: say(entry.title),
    description: say(entry.description),
    keywords: entry.keywords.map(say),
    language,
    created: entry.createdAt,
    updated: entry.changedAt,
    license: entry.licence,
    theme: entry.theme?.id ?? null,
    custodian: entry.custodian?.id ?? null,
    desk: entry.desk,
    register: entry.register,
    records: entry.records,
    geometryType: entry.geometry,
    access: entry.isOpen ? 'public' : 'restricted',
  };
}

/** In the order of the keys; texts as a dictionary of the language has them, missing values last. */
function sorted(
  entries: readonly CatalogueEntry[],
  keys: readonly SortKey[],
  language: Language,
): readonly CatalogueEntry[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const rows = entries.map((entry) => ({ entry, properties: flatProperties(entry, language) }));
  rows.sort((a, b) => {
    for (const { field, descending } of keys) {
      const [left, right] = [a.properties[field] ?? null, b.properties[field] ?? null];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      const order =
        typeof left === 'number' ? left - Number(right) : collator.compare(String(left), String(right));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return rows.map(({ entry }) => entry);
}
