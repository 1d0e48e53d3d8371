import type { Language } from './language.ts';

/** Sentences by key, in ICU MessageFormat. */
export type Sentences<Key extends string = string> = Readonly<Record<Key, string>>;

/** One area's sentences in every language. */
export type Catalogue<Key extends string = string> = Readonly<Record<Language, Sentences<Key>>>;

/** Binds the languages of an area together; a key that one of them misses does not compile. */
export function defineCatalogue<const En extends Sentences>(
  languages: { readonly en: En } & Readonly<
    Record<Exclude<Language, 'en'>, NoInfer<Record<keyof En, string>>>
  >,
): Catalogue<keyof En & string> {
  return languages as Catalogue<keyof En & string>;
}
