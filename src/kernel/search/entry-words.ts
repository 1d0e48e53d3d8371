import { foldWords, joined } from '../i18n/fold/fold-word.ts';
import { soundsOf } from '../i18n/fold/sound.ts';
import type { RegisterDeclaration } from '../register/declaration.ts';
import { searchedFields, textsOf } from './searched-fields.ts';

/** Lexemes of an entry with their weights: A words of the title, B its sounds, C other words, D their sounds. */
export type Weight = 'A' | 'B' | 'C' | 'D';
export type Lexemes = ReadonlyMap<string, Weight>;

/** Kinds of lexemes are told apart by a sign that no word has. */
export const soundLexeme = (sound: string) => `~${sound}`;
export const wholeLexeme = (key: string) => `=${key}`;
export const registerLexeme = (number: number) => `#${number}`;

export interface EntryWords {
  /** What everybody may find. */
  readonly open: Lexemes;
  /** With restricted fields; undefined where the register has none that are searched. */
  readonly all: Lexemes | undefined;
  /** Open words that consist of letters, for finding similar ones. */
  readonly vocabulary: readonly string[];
}

/** Texts of a record longer than this are not looked into further. */
const mostLexemes = 400;
const mostJoined = 4;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The lexemes of a record's texts, its id among them. */
export function entryWords(
  register: Pick<RegisterDeclaration, 'fields' | 'titleField'>,
  number: number,
  record: string,
  properties: Readonly<Record<string, unknown>>,
): EntryWords {
  const open = new Gathered(number);
  const fields = searchedFields(register.fields, register.titleField);
  const isTitled = register.titleField !== undefined && properties[register.titleField] !== undefined;
  if (!uuid.test(record)) open.add(record, !isTitled);
  for (const { name, secrecy } of fields)
    if (secrecy !== 'restricted')
      for (const text of textsOf(properties[name])) open.add(text, name === register.titleField);
  const restricted = fields.filter(({ secrecy }) => secrecy === 'restricted');
  let all: Gathered | undefined;
  if (restricted.length > 0) {
    all = new Gathered(number, open.lexemes);
    for (const { name } of restricted)
      for (const text of textsOf(properties[name])) all.add(text, name === register.titleField);
  }
  return { open: open.lexemes, all: all?.lexemes, vocabulary: [...open.vocabulary] };
}

class Gathered {
  readonly lexemes: Map<string, Weight>;
  readonly vocabulary = new Set<string>();

  constructor(number: number, from?: Lexemes) {
    this.lexemes = new Map(from ?? [[registerLexeme(number), 'D']]);
  }

  add(text: string, isTitle: boolean): void {
    const words = foldWords(text);
    for (const word of words) {
      this.put(word.key, isTitle ? 'A' : 'C');
      if (word.bare !== word.key) this.put(word.bare, isTitle ? 'A' : 'C');
      for (const sound of soundsOf(word)) this.put(soundLexeme(sound), isTitle ? 'B' : 'D');
      if (/^[a-z]{3,30}$/.test(word.key)) this.vocabulary.add(word.key);
    }
    const whole = joined(words);
    if (!isTitle || !whole) return;
    this.put(wholeLexeme(whole.key), 'A');
    if (words.length === 1 || words.length > mostJoined) return;
    this.put(whole.key, 'B');
    for (const sound of soundsOf(whole)) this.put(soundLexeme(sound), 'B');
  }

  private put(lexeme: string, weight: Weight): void {
    const known = this.lexemes.get(lexeme);
    if (known === undefined ? this.lexemes.size >= mostLexemes : known <= weight) return;
    this.lexemes.set(lexeme, weight);
  }
}

/** Text form of a tsvector. Lexemes have no character that it would have to escape. */
export function vectorText(lexemes: Lexemes): string {
  let position = 0;
  return Array.from(lexemes, ([lexeme, weight]) => `'${lexeme}':${++position}${weight}`).join(' ');
}
