/** Vocabularies that records and DCAT name themes, frequencies and types by. */
export const inspireThemes = 'http://inspire.ec.europa.eu/theme';

/** URI of an INSPIRE theme by its two letters. */
export function inspireTheme(code: string): string {
  return `${inspireThemes}/${code.toLowerCase()}`;
}
