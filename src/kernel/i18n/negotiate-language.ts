import { isLanguage, type Language } from './language.ts';

/** What a reader says about the language that they read. */
export interface LanguageWish {
  /** Value of the cookie `ufuq-language`: a choice made by hand, so it wins. */
  readonly chosen?: string;
  /** The `Accept-Language` header. */
  readonly accepted?: string;
}

export const fallbackLanguage: Language = 'en';

/** The language to answer in (RFC 9110, 12.5.4: lookup by primary subtag, quality values respected). */
export function negotiateLanguage(
  { chosen, accepted }: LanguageWish,
  fallback: Language = fallbackLanguage,
): Language {
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  if (accepted === undefined) return fallback;
  let best: { language: Language; quality: number } | undefined;
  for (const part of accepted.split(',')) {
    const [range = '', ...rest] = part.split(';');
    const primary = range.trim().toLowerCase().split('-')[0]!;
    const quality = qualityOf(rest);
    const language = primary === '*' ? fallback : primary;
    if (isLanguage(language) && quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? fallback;
}

function qualityOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(parameter);
    if (match) return Number(match[1]);
  }
  return 1;
}
