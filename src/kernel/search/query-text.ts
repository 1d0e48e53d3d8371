import { type FoldedWord, foldWords, joined } from '../i18n/fold/fold-word.ts';
import { soundsOf } from '../i18n/fold/sound.ts';
import { registerLexeme, soundLexeme, wholeLexeme } from './entry-words.ts';

/** What is asked of the index: for each word the lexemes that answer it. */
export interface IndexQuery {
  readonly words: readonly FoldedWord[];
  /** Text form of a tsquery; parts of it are made of letters, digits and `~=#` alone. */
  readonly text: string;
}

/**
 * Every word has to be there as it is, as a beginning, by its sound, or as one of the similar words; or all of them
 * written as one. Undefined where the text has no word.
 */
export function indexQuery(
  text: string,
  similar: ReadonlyMap<string, readonly string[]> = new Map(),
): IndexQuery | undefined {
  const words = foldWords(text);
  const whole = joined(words);
  if (whole === undefined) return undefined;
  const each = words.map((word) => `(${answersTo(word, similar.get(word.key) ?? []).join('|')})`);
  const asOne = [
    quoted(wholeLexeme(whole.key)),
    quoted(whole.key),
    ...soundsOf(whole).map(soundLexeme).map(quoted),
  ];
  return { words, text: `((${each.join('&')})|${asOne.join('|')})` };
}

/** The same query, of one register alone. */
export function ofRegister(query: IndexQuery, number: number): string {
  return `${quoted(registerLexeme(number))}&${query.text}`;
}

function answersTo(word: FoldedWord, similar: readonly string[]): readonly string[] {
  return [
    quoted(word.key),
    `${quoted(word.key)}:*`,
    ...(word.bare === word.key ? [] : [quoted(word.bare)]),
    ...soundsOf(word).map(soundLexeme).map(quoted),
    ...similar.map(quoted),
  ];
}

function quoted(lexeme: string): string {
  return `'${lexeme}'`;
}
