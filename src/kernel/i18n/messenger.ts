import type { Catalogue } from './catalogue.ts';
import { formatSentence, type Params } from './format.ts';
import type { Language } from './language.ts';

/** Says the sentence of a key in a language. */
export interface Messenger<Key extends string> {
  (language: Language, key: Key, params?: Params): string;
  has(key: string): key is Key;
}

/** A messenger over several areas' catalogues; keys are distinct across them. */
export function messenger<Key extends string>(...catalogues: readonly Catalogue<Key>[]): Messenger<Key> {
  const sentences = {} as Record<Language, Record<string, string>>;
  for (const catalogue of catalogues)
    for (const [language, own] of Object.entries(catalogue) as [Language, Record<string, string>][])
      sentences[language] = { ...sentences[language], ...own };
  const say = (language: Language, key: Key, params?: Params) =>
    formatSentence(language, sentences[language][key] ?? key, params);
  const has = (key: string): key is Key => Object.hasOwn(sentences.en, key);
  return Object.assign(say, { has });
}
