import { directionOf, isLanguage, type Language, languages } from '../../src/kernel/i18n/language.ts';

const cookieName = 'ufuq-language';
const oneYearSeconds = 31_536_000;

/** The language to begin with: what was chosen, else what the server answered in, else what the browser prefers. */
export function initialLanguage(): Language {
  const chosen = new RegExp(`(?:^|; )${cookieName}=([a-z]+)`).exec(document.cookie)?.[1];
  const candidates = [chosen, document.documentElement.lang, ...navigator.languages];
  for (const candidate of candidates) {
    const code = candidate?.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(code)) return code;
  }
  return languages[0];
}

/** Makes the document speak a language, and remembers it for the next visit and for the server. */
export function rememberLanguage(language: Language, isChosen: boolean): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  if (!isChosen) return;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
  document.cookie = `${cookieName}=${language}; path=/; max-age=${oneYearSeconds}; samesite=lax${secure}`;
}
