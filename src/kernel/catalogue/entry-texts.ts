import { type FoldedText, foldedText } from '../i18n/fold/match.ts';
import type { LocalizedText } from '../i18n/language.ts';
import { perObject } from '../memo.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';

/** A text of an entry, ready to be asked, with what an answer in it is worth. */
export interface EntryText {
  readonly text: FoldedText;
  readonly worth: number;
}

const folded = new Map<string, FoldedText>();
const mostFolded = 5000;

/** The texts of an entry in every language: title, id, keywords, theme, custodian, legal basis, description. */
export const entryTexts = perObject((entry: CatalogueEntry): readonly EntryText[] => {
  const texts = (worth: number, ...values: readonly (LocalizedText | null | undefined)[]) =>
    values.flatMap((value) => Object.values(value ?? {}).map((text) => ({ text: foldOnce(text), worth })));
  const { theme, custodian } = entry;
  return [
    ...texts(1, entry.title),
    { text: foldOnce(entry.id), worth: 0.95 },
    ...texts(0.8, ...entry.keywords),
    ...texts(0.7, theme?.name, custodian?.name),
    ...texts(0.5, entry.legalBasis, entry.description),
  ];
});

/** Entries are made anew with each question and mostly say what they said before. */
function foldOnce(text: string): FoldedText {
  const known = folded.get(text);
  if (known) return known;
  if (folded.size >= mostFolded) folded.clear();
  const made = foldedText(text);
  folded.set(text, made);
  return made;
}
