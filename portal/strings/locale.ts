import type { Language } from '../../src/kernel/i18n/language.ts';

/**
 * BCP 47 locale of a language with its numerals. Dates stay in the Gregorian calendar in every language, because
 * legal acts and records are dated in it. Chromium carries no Azerbaijani; Turkish writes numbers, counts and sorts
 * names alike, and dates are written by `azerbaijaniDates`.
 */
const locales: Readonly<Record<Language, string>> = {
  az: 'tr-TR-u-nu-latn',
  en: 'en-GB-u-nu-latn',
  ar: 'ar-u-nu-arab',
  fa: 'fa-u-nu-arabext',
};

export function localeOf(language: Language): string {
  return locales[language];
}

/** Each language in its own words, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = {
  az: 'Azərbaycanca',
  en: 'English',
  ar: 'العربية',
  fa: 'فارسی',
};
