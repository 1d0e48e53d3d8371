import type { Language, LocalizedText } from './language.ts';

/** The text of a language, or of the first language that has one. */
export function textIn(language: Language, text: Partial<LocalizedText> | undefined): string | undefined {
  if (!text) return undefined;
  return text[language] ?? text.en ?? Object.values(text)[0];
}
