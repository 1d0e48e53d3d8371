import type { ReadProblem } from './source.ts';

/**
 * Finds text that an earlier conversion damaged: a replacement character, or a question mark inside a word
 * (`Q?b?l?` for `Qəbələ`). A warning, since some text may hold one on purpose; addresses of web pages do.
 */
export function lostCharacters(
  properties: Readonly<Record<string, unknown>>,
  row: number,
): ReadProblem[] | undefined {
  let problems: ReadProblem[] | undefined;
  for (const field in properties) {
    const value = properties[field];
    if (typeof value !== 'string') continue;
    if (!value.includes('�') && !(value.includes('?') && isDamaged(value))) continue;
    problems ??= [];
    problems.push({
      row,
      code: 'characters-lost',
      severity: 'warning',
      params: { field, value: value.length > 80 ? `${value.slice(0, 79)}…` : value },
    });
  }
  return problems;
}

const insideWord = /\p{L}\?+\p{L}|(?:^|[\s(,;/-])\?+\p{Ll}|\p{L}\?+\p{L}?\?/u;
const webAddress = /^\w+:\/\/|^www\.|=\S*&|\?\w+=/;

function isDamaged(value: string): boolean {
  return insideWord.test(value) && !webAddress.test(value);
}

/**
 * Finds names from which a narrow character set dropped letters without a trace: capitalised words without any vowel
 * (`Gdby` for `Gədəbəy`). Only of use where the character set of the file makes that likely.
 */
export function droppedLetters(properties: Readonly<Record<string, unknown>>, row: number): ReadProblem[] {
  const problems: ReadProblem[] = [];
  for (const field in properties) {
    const value = properties[field];
    if (typeof value !== 'string') continue;
    const word = value.match(/(?<!\p{L})\p{Lu}\p{Ll}{2,}(?!\p{L})/gu)?.find((found) => !vowel.test(found));
    if (word) problems.push({ row, code: 'characters-lost', severity: 'warning', params: { field, value } });
  }
  return problems;
}

const vowel = /[aeiouıöüəâîûáéíóúàèìòùäœæåø]/iu;

/** Character sets that Azerbaijani text is squeezed into although they lack its most frequent letter. */
export function lacksSchwa(encoding: string): boolean {
  return /^(?:cp|windows|win|ansi)?[-_ ]?1254$|^(?:iso[-_ ]?)?8859-?_?9$|^88599$/i.test(encoding.trim());
}
