/** The languages that every sentence of the system exists in; a further one is added here and in each catalogue. */
export const languages = ['az', 'en', 'ar', 'fa'] as const;

export type Language = (typeof languages)[number];

/** One sentence or name in every language of the system. */
export type LocalizedText = Readonly<Record<Language, string>>;

const rightToLeft: ReadonlySet<Language> = new Set(['ar', 'fa']);

/** Writing direction of a language, as the HTML `dir` attribute spells it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}
