import type { Language } from './language.ts';

/** BCP 47 locales in which people read numbers and dates: Gregorian calendar, the numerals of the script. */
const locales: Readonly<Record<Language, string>> = {
  az: 'az-u-ca-gregory',
  en: 'en-GB-u-ca-gregory',
  ar: 'ar-u-ca-gregory-nu-arab',
  fa: 'fa-u-ca-gregory-nu-arabext',
};

/** A number with the numerals and grouping of a language. */
export function writtenNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** The day of an instant (milliseconds) in UTC: `31 December 2023`. */
export function writtenDay(language: Language, instant: number): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

/** Day and minute of an instant in UTC, and that it is UTC. */
export function writtenTime(language: Language, instant: number): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' } as const;
  return `${new Intl.DateTimeFormat(locales[language], style).format(instant)} UTC`;
}

/** Names one after another as a language lists them. */
export function writtenList(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}
